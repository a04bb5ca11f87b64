/** How a loss's settings are searched within each run, on the validation part of its seed; plain data. */
export type SearchPlan = SearchSpace &
  (
    | { readonly use: "random" }
    | {
        readonly use: "successive-halving";
        /** The best 1/reduction of the trials go on, with `reduction` times the epochs. */
        readonly reduction: number;
        /** Epochs of the first rung. */
        readonly minEpochs: number;
      }
  );

interface SearchSpace {
  /** Trials, the file's own settings among them. */
  readonly budget: number;
  /** What draws the trials; absent: the run's seed. */
  readonly seed?: number;
  /** Dotted path of a loss entry → its values or their range. */
  readonly space: Readonly<Record<string, SearchDimension>>;
}

/** Values to choose from, or a range. */
export type SearchDimension = readonly unknown[] | SearchRange;

/** Numbers from `min` to `max`, both included; `log` draws their logarithm evenly. */
export interface SearchRange {
  readonly min: number;
  readonly max: number;
  readonly scale: "linear" | "log";
  readonly integer: boolean;
}
