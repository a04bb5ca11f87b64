/** A decision tree: its nodes in the order in which a walk meets them that takes the left side first. */
export interface Tree {
  /** The column that decides at a node; −1 at a leaf. */
  readonly columns: readonly number[];
  /** Examples with at most that value go left; 0 at a leaf. */
  readonly thresholds: readonly number[];
  /** Number of the node on the left, that on the right; −1 at a leaf. */
  readonly lefts: readonly number[];
  readonly rights: readonly number[];
  /** Share of the node's training examples that have each class. */
  readonly shares: readonly Float32Array[];
}
