/** What a trial reached after some epochs. */
export interface TrialOutcome<State> {
  /** The validation figure of the trial's best epoch so far, higher is better; NaN where training failed. */
  readonly figure: number;
  /** From which training can go on. */
  readonly state?: State;
}

/**
 * Trains one trial up to `epochs`, from its beginning or from where it was left.
 * @param index of the trial, from 0
 * @param epochs in all, not beyond those of `resumeFrom`
 */
export type Trial<State> = (
  index: number,
  epochs: number,
  resumeFrom?: State,
) => Promise<TrialOutcome<State>>;

/** What a search saw of one trial. */
export interface SearchedTrial {
  /** Epochs that it was given in all. */
  readonly epochs: number;
  /** Its last validation figure; NaN where training failed. */
  readonly figure: number;
}

/** What a search came to. */
export interface SearchOutcome<State> {
  /** Index of the chosen trial. */
  readonly best: number;
  /** What the chosen trial left. */
  readonly state?: State;
  readonly trials: readonly SearchedTrial[];
}
