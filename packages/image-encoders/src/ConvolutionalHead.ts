import type { Tensor2D, Variable } from "@tensorflow/tfjs-core";

/** A small convolutional network; fits where @sigf1/training takes a `Head`. */
export interface ConvolutionalHead {
  /** Width of the features: height·width·3. */
  readonly inputs: number;
  /** Number of classes. */
  readonly outputs: number;
  /** Rows that `forward` and `hidden` like to get at a time: the maps of more would take hundreds of megabytes. */
  readonly batchRows: number;
  /** Kernel and bias of each layer, in order. */
  readonly variables: readonly Variable[];
  /** For each variable w the λ of its L2 penalty λ·Σw²; 0 for a bias. */
  readonly penalties: readonly number[];
  /** Of the pooled maps; empty without dropout. */
  readonly dropouts: readonly { readonly columns: number; readonly rate: number }[];
  /** Logits [rows, outputs] of pixels [rows, inputs]; with `masks`, the pooled maps are multiplied by the only one. */
  forward(features: Tensor2D, masks?: readonly Tensor2D[]): Tensor2D;
  /** Number of maps of the last block. */
  readonly hiddenWidth: number;
  /** The means of the last block's maps. */
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
