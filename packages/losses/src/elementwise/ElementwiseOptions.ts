/** Options of every element-wise loss. */
export interface ElementwiseOptions {
  /**
   * `mean` over all entries (default), or `sum`. There is no `none`: a loss is a scalar, and the unreduced
   * terms are what `loss.elements(yTrue, yPred)` gives.
   */
  readonly reduction?: "mean" | "sum";
}
