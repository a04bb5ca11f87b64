import type { Tensor2D, Variable } from "@tensorflow/tfjs-core";

/** A layer input that is dropped out in training. */
export interface Dropout {
  /** Width of the layer input, so that its mask is [rows, columns]. */
  readonly columns: number;
  /** Probability that an entry is set to 0, in [0, 1). */
  readonly rate: number;
}

/** The trainable map from features [rows, inputs] to logits [rows, outputs]. */
export interface Head {
  /** Width of the features. */
  readonly inputs: number;
  /** Number of classes. */
  readonly outputs: number;
  /** Rows that `forward` and `hidden` like to get at a time, where 1,024 would take much memory. */
  readonly batchRows?: number;
  /** Kernel and bias of each layer, in order: [inputs, units], [units], … */
  readonly variables: readonly Variable[];
  /** For each variable w the λ of its L2 penalty λ·Σw²; 0 for a bias. */
  readonly penalties: readonly number[];
  /** The layer inputs with dropout, first layer first; empty without dropout. */
  readonly dropouts: readonly Dropout[];
  /**
   * Computes logits. Randomness comes from outside: with `masks`, one for each of `dropouts`, each masked
   * layer input is multiplied by its mask; without, nothing is dropped, as at inference.
   */
  forward(features: Tensor2D, masks?: readonly Tensor2D[]): Tensor2D;
  /** Width of what `hidden` computes. */
  readonly hiddenWidth: number;
  /** What the last layer is given, without dropout: the last hidden layer's output, or the features where there is none. */
  hidden(features: Tensor2D): Tensor2D;
  /** Copies the weights out, one row-major array for each variable. */
  readWeights(): Promise<Float32Array[]>;
  /**
   * Sets the weights to those of `readWeights`.
   * @throws RangeError when the number or the size of the arrays differs
   */
  writeWeights(weights: readonly Float32Array[]): void;
  /** Frees the variables. */
  dispose(): void;
}
