import type { CountScore } from "./CountScore.js";

/** tp/(tp + fp) */
export const precision: CountScore = (tp, _actual, predicted) => tp / predicted;

/** tp/(tp + fn) */
export const recall: CountScore = (tp, actual) => tp / actual;

/** tp/(tp + fp + fn) */
export const jaccard: CountScore = (tp, actual, predicted) => tp / (actual + predicted - tp);

/** Fβ = (1 + β²)PR/(β²P + R), recall for β = ∞; for any other β it is 0/0 only where nothing is true nor predicted. */
export function fbeta(beta: number, tp: number, actual: number, predicted: number): number {
  const beta2 = beta * beta;
  if (beta2 === Number.POSITIVE_INFINITY) return tp / actual;
  if (tp === 0) return actual + predicted === 0 ? Number.NaN : 0;
  // Through P and R in scikit-learn's order, which gives its value to the last bit: reports round it to digits.
  const p = tp / predicted;
  const r = tp / actual;
  return ((1 + beta2) * p * r) / (beta2 * p + r);
}
