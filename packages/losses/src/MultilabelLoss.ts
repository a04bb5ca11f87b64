import type { Scalar, Tensor2D } from "@tensorflow/tfjs-core";

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
 */
export interface MultilabelLoss {
  (yTrue: Tensor2D, yPred: Tensor2D): Scalar;
  /** Kebab-case name, for example `sigmoid-f1`. */
  readonly name: string;
  /** The loss's own link from logits to scores in [0, 1]: what "≥ 0.5" means at inference. */
  scores(logits: Tensor2D): Tensor2D;
  /** Moves a schedule; called with `epoch` from 0 to `epochs` − 1 before each epoch. */
  onEpochBegin?(epoch: number, epochs: number): void;
  /** Measures the saturation of the loss's S on a batch; absent where the loss has no S. */
  saturation?(logits: Tensor2D): Saturation;
}
