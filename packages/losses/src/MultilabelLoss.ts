import type { Scalar, Tensor, Tensor2D } from "@tensorflow/tfjs-core";

/** How far a sigmoid S(u; β, η) has run into its flat ends on a batch of logits. */
export interface Saturation {
  /** Share of entries with S < 0.01 or S > 0.99, in [0, 1]. */
  readonly share: number;
  /** Mean |dS/dz| over the entries; near 0 means that the loss hardly moves the logits. */
  readonly meanSlope: number;
}

/**
 * A loss for multilabel classification, called as tfjs-layers calls a loss: `(labels, predictions)`.
 * Predictions are logits of shape [examples, classes]; labels have the same shape and lie in [0, 1].
 *
 * A call checks the shapes always, and that the labels lie in [0, 1] on its first batch where the
 * backend can be read without waiting (`cpu`, `wasm`, `webgl`, `tensorflow`); `checkLabels` does so
 * anywhere, for any batch. Gradients flow to the predictions, not to the labels.
 */
export interface MultilabelLoss {
  /**
   * @param yTrue labels, [examples, classes], any numeric or boolean type
   * @param yPred logits, [examples, classes], float32
   * @param scheduled tensors to use in place of the numbers in `schedule`; for computations that are
   *   traced once and fed anew at each step
   * @throws TypeError, RangeError naming the argument and what was received
   */
  (yTrue: Tensor, yPred: Tensor, scheduled?: Readonly<Record<string, Scalar>>): Scalar;
  /** Kebab-case name, for example `sigmoid-f1`. */
  readonly name: string;
  /** The loss's own link from logits to scores in [0, 1]: what "≥ 0.5" means at inference. */
  scores(logits: Tensor2D): Tensor2D;
  /**
   * The numbers that a schedule moves, by option name, as they stand now; each call reads them anew.
   * Absent where nothing moves. Whoever traces the loss must feed these, or trace again when one moves.
   */
  readonly schedule?: Readonly<Record<string, number>>;
  /** Moves `schedule`; called with `epoch` from 0 to `epochs` − 1 before each epoch. */
  onEpochBegin?(epoch: number, epochs: number): void;
  /** Measures the saturation of the loss's S on a batch; absent where the loss has no S. */
  saturation?(logits: Tensor2D): Promise<Saturation>;
}
