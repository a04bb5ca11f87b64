/** The nearest rows of each query, nearest first. */
export interface Neighbours {
  /** Row numbers [queries × k]. */
  readonly indices: Uint32Array;
  /** Squared distances, at the same places. */
  readonly squares: Float64Array;
}
