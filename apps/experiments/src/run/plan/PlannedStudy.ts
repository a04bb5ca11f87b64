import type { GridValues } from "../../config/GridPoint.js";
import type { Results } from "../../results/Results.js";

/** How many runs there are, and how far they are. */
export interface RunCounts {
  readonly runs: number;
  /** Complete in the folder of the results. */
  readonly done: number;
  /** Begun: they go on from a checkpoint. */
  readonly resumable: number;
  /** All that are not done, those that were begun among them. */
  readonly toDo: number;
}

/** Where an estimate of a run's seconds comes from. */
export type EstimateBasis =
  /** The mean of finished runs: of this loss, of other variants of it, or of other losses of the cell. */
  | { readonly from: "this loss" | "its variants" | "other losses"; readonly runs: number }
  /** Epochs, examples and weights, at a rate that was measured elsewhere. */
  | { readonly from: "size" };

/** The runs of one loss, variant of a loss, or baseline; one for each seed. */
export interface PlannedRow extends RunCounts {
  readonly loss: string;
  /** Of one run; absent where nothing is known of it. */
  readonly seconds?: number;
  readonly basis?: EstimateBasis;
}

/** Seconds that all runs to do take, one after the other. */
export interface RemainingTime {
  readonly seconds: number;
  /** Whether a part of it is estimated by size alone. */
  readonly bySize: boolean;
  /** Runs to do of which nothing is known; they are not in `seconds`. */
  readonly unknownRuns: number;
}

/** One cell of a study. */
export interface PlannedCell extends RunCounts {
  readonly name: string;
  readonly values: GridValues;
  /** Of its results, relative to the study's. */
  readonly folder: string;
  readonly dataset: Results["dataset"];
  readonly encoder: string;
  readonly rows: readonly PlannedRow[];
  readonly remaining: RemainingTime;
}

/** What `sigf1 plan` says. */
export interface PlannedStudy extends RunCounts {
  readonly experiment: string;
  readonly out: string;
  readonly engine: string;
  readonly compiled: boolean;
  readonly cells: readonly PlannedCell[];
  readonly remaining: RemainingTime;
}
