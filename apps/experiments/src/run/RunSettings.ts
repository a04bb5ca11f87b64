import type { WorkSettings } from "./OpenExperiment.js";
import type { RunObserver } from "./RunEvent.js";
import type { Shard } from "./Shard.js";

export interface RunSettings extends WorkSettings {
  /** Folder of the results. */
  readonly out: string;
  /** The command that a reader of the results can repeat. */
  readonly command?: string;
  /** Does one share of the runs only. */
  readonly shard?: Shard;
  /** Seconds between two checkpoints of a run at least; default 20; 0 makes one after each epoch. */
  readonly checkpointEvery?: number;
  readonly observer?: RunObserver;
  /** Stops between two batches; finished runs and checkpoints are kept. Before the data are loaded, it throws. */
  readonly signal?: AbortSignal | undefined;
}
