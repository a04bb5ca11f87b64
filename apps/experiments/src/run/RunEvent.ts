/** A run of an experiment, as events name it. */
export interface RunName {
  /** The loss's or the baseline's name. */
  readonly loss: string;
  readonly seed: number;
  /** The cell of a study that has several. */
  readonly cell?: string;
}

/** A complete run, with what it reached. */
export interface RunFigure extends RunName {
  /** Of its epochs' validation figures the best; absent where nothing was trained. */
  readonly validation?: number;
}

/** What a running experiment tells whoever watches, as plain data: `--json` prints these as lines. */
export type RunEvent =
  /** First of all: how many cells there are, and how many runs in all of them, of a shard only its own. */
  | { readonly event: "study"; readonly cells: number; readonly runs: number }
  /** A step before training: loading, encoding. */
  | { readonly event: "stage"; readonly text: string }
  /** How far the stage has come: a download in bytes, encoding in examples. */
  | {
      readonly event: "progress";
      readonly done: number;
      readonly total: number;
      readonly unit: "bytes" | "examples";
    }
  /** The number of runs to do and of those that were complete already. */
  | {
      readonly event: "plan";
      readonly total: number;
      readonly complete: number;
      /** The figure that early stopping watches; where losses differ, that of the file. */
      readonly metric: string;
      readonly cell?: string;
    }
  /** A run that was complete already; after the plan. */
  | ({ readonly event: "run-kept" } & RunFigure)
  | ({
      readonly event: "run-begin";
      /** At most so many; of each trial, where the run searches its settings. */
      readonly epochs: number;
      /** At most so many, where the run searches its settings. */
      readonly trials?: number;
    } & RunName)
  /** The run goes on from a checkpoint, so many epochs done already; of which trial, where it searches its settings. */
  | ({
      readonly event: "run-resume";
      readonly epoch: number;
      readonly trial?: number;
    } & RunName)
  | ({
      readonly event: "epoch";
      /** From 0. */
      readonly epoch: number;
      /** Number of the trial, from 0, where the run searches its settings. */
      readonly trial?: number;
      /** Mean training loss of the epoch. */
      readonly trainingLoss: number;
      /** The figure that early stopping watches. */
      readonly validation: number;
    } & RunName)
  | ({ readonly event: "run-end"; readonly seconds: number } & RunFigure)
  | ({ readonly event: "run-failed"; readonly reason: string } & RunName)
  | { readonly event: "warning"; readonly text: string }
  /** What became of it, last of all: where the results are, that it was interrupted, that other shards are to be run. */
  | { readonly event: "outcome"; readonly text: string };

/** Whoever watches. */
export type RunObserver = (event: RunEvent) => void;
