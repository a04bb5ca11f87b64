/** The figure of a decision that starts empty and grows by one label at a time. */
export interface GrowingScore {
  /** Predicts the label of an entry that was not predicted yet. */
  accept(entry: number): void;
  /** The figure of the decision so far; 0/0 counts as 0. */
  readonly value: number;
}
