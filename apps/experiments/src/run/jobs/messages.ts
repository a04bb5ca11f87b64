import type { StudySource } from "../../config/Study.js";
import type { WorkSettings } from "../OpenExperiment.js";
import type { RunEvent } from "../RunEvent.js";

/** What a process that does runs is told first. */
export interface WorkerStart {
  readonly source: StudySource;
  readonly settings: WorkSettings & { readonly checkpointEvery?: number };
}

/** A run to do, by the name of its folder below `out`. */
export interface WorkerTask {
  readonly cell: string;
  readonly run: string;
  readonly out: string;
}

/** What the parent sends. */
export type ToWorker =
  | ({ readonly type: "start" } & WorkerStart)
  | ({ readonly type: "run" } & WorkerTask)
  | { readonly type: "stop" };

/** What a process that does runs sends back. */
export type FromWorker =
  | { readonly type: "event"; readonly event: RunEvent }
  /** The run is complete on disk. */
  | { readonly type: "done"; readonly seconds: number }
  | { readonly type: "failed"; readonly reason: string }
  /** The run was stopped. */
  | { readonly type: "stopped" }
  /** No run of the cell can be done. */
  | { readonly type: "impossible"; readonly reason: string };
