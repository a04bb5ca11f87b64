import type { FitLabels } from "./FitLabels.js";

/** Turns inputs (texts, images, raw features) into dense feature vectors of one length. */
export interface Encoder<Input> {
  /** Names the encoder and every option that changes its output: features are cached under it. */
  readonly id: string;
  /** Length of a feature vector; known after `fit` where the encoder has one. */
  readonly dimension: number;
  /** Inputs that `encode` likes to get at a time, where 64 would be slow. */
  readonly batchRows?: number;
  /**
   * Learns from the training part only; absent where nothing is learnt. `labels` has one row per
   * input; an encoder that doesn't learn from labels ignores it.
   */
  fit?(inputs: readonly Input[], labels?: FitLabels): Promise<void>;
  /** Row-major features of shape [batch.length, dimension]. */
  encode(batch: readonly Input[]): Promise<Float32Array>;
  /** Frees what the encoder holds; it can't be used afterwards. */
  dispose(): void;
}
