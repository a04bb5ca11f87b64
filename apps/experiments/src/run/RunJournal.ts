import type { TrainingCheckpoint } from "@sigf1/training";
import type { EpochRecord } from "../results/Results.js";

/** A run under way, as it can go on after its process has ended. */
export interface RunCheckpoint {
  readonly training: TrainingCheckpoint;
  readonly warnings: readonly string[];
  /** Seconds that the run has taken so far. */
  readonly seconds: number;
}

/** Where a run under way keeps what a kill shall not lose. */
export interface RunJournal {
  /** Where to go on; nothing where the run is at its beginning. */
  resume(): Promise<RunCheckpoint | undefined>;
  /** Notes an epoch; where it is time, calls `checkpoint` and keeps what it gives. */
  note(epoch: EpochRecord, checkpoint: () => Promise<RunCheckpoint>): Promise<void>;
  /** Keeps this checkpoint in any case: the training is where it was to go. */
  keep(checkpoint: RunCheckpoint): Promise<void>;
  /** The journal of one of the trainings that a run consists of where it searches its settings. */
  trial(name: string): RunJournal;
}
