/** The scores of the classes (or examples, or of all entries pooled) that an average is taken of. */
export interface SetScores {
  /** What one score belongs to. */
  readonly of: "class" | "example" | "all entries";
  /** One score each, NaN where it is undefined. */
  readonly values: Float64Array;
  /** The number of true labels of each. */
  readonly support: Float64Array;
}
