/** How the soft confusion matrices are formed, as scikit-learn names it. */
export type Average = "macro" | "micro" | "samples";

/** Options of every loss that is one minus a metric of soft confusion matrices. */
export interface ConfusionOptions {
  /**
   * `macro` (default): one matrix per class over the batch, metrics averaged over the classes;
   * `micro`: one matrix over all entries; `samples`: one per example, averaged over the examples.
   */
  readonly average?: Average;
  /**
   * k ≥ 0 is added to numerator and denominator; default 0. With 0 a class without a positive in the
   * batch adds the constant 1 and no gradient, so batches should be large (256) or class-aware.
   */
  readonly smooth?: number;
  /** ε > 0 keeps the denominator from being 0; default 1e-16. At least 1e-30, to exist in float32. */
  readonly epsilon?: number;
}
