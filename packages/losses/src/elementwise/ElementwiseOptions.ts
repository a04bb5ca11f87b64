/** Options of every element-wise loss. */
export interface ElementwiseOptions {
  /**
   * `mean` over all entries (default), or `sum`. A loss is a scalar; the unreduced terms are what
   * `loss.elements(yTrue, yPred)` gives.
   */
  readonly reduction?: "mean" | "sum";
}
