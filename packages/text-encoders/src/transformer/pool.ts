import type { TransformerSettings } from "./transformerOptions.js";

/** Vectors of the tokens of a batch: entry (i, t, j) is `data[(i * longest + t) * dimension + j]`. */
export interface HiddenStates {
  readonly data: Float32Array;
  readonly longest: number;
  readonly dimension: number;
}

/**
 * One vector of row `i`'s first `length` tokens, written to `target`: of "cls", h₀; of "mean", (1/n) Σ hₜ; of
 * "max", maxₜ hₜ, for each feature. Padding comes after the tokens and counts for nothing; without tokens, which a
 * tokenizer without special tokens gives for the empty text, `target` stays as it is.
 */
export function pool(
  { data, longest, dimension }: HiddenStates,
  i: number,
  length: number,
  pooling: TransformerSettings["pooling"],
  target: Float32Array,
): void {
  if (length === 0) return;
  const start = i * longest * dimension;
  target.set(data.subarray(start, start + dimension));
  if (pooling === "cls") return;
  const sums = pooling === "mean";
  for (let t = 1; t < length; t++) {
    const token = start + t * dimension;
    for (let j = 0; j < dimension; j++) {
      // The token is one of the row's, and target has `dimension` entries.
      const value = data[token + j]!;
      const sofar = target[j]!;
      target[j] = sums ? sofar + value : Math.max(sofar, value);
    }
  }
  if (sums) for (let j = 0; j < dimension; j++) target[j]! /= length;
}
