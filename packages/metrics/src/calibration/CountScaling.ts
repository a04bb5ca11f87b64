/** A map from an estimate n̂ of an example's number of labels to a better one: slope · n̂ + offset, slope ≥ 0. */
export interface CountScaling {
  readonly slope: number;
  readonly offset: number;
}
