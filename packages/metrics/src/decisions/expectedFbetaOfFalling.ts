import type { ExpectedFOptions } from "./ExpectedFOptions.js";

/**
 * Entry k is the expected Fβ of predicting the first k labels; see `expectedFbeta`.
 * @param falling probabilities in [0, 1], the greatest first
 */
export function expectedFbetaOfFalling(
  falling: ArrayLike<number>,
  { beta, zeroDivision }: Required<ExpectedFOptions>,
): Float64Array {
  const classes = falling.length;
  const counts = trueLabelCounts(falling);
  // (1 + β²)/(β²s + k) is 1 over the mean of s and k with these weights.
  const predictedWeight = 1 / (1 + beta ** 2);
  const actualWeight = 1 - predictedWeight;
  const expected = new Float64Array(classes + 1);
  const others = new Float64Array(classes);
  // Entry s is the sum over the first k labels j of P(y_j = 1, n = s).
  const joint = new Float64Array(classes + 1);
  // There are C + 1 counts, and C of them without a label.
  expected[0] = zeroDivision * counts[0]!;
  for (let k = 1; k <= classes; k++) {
    const p = falling[k - 1]!;
    countsWithout(p, counts, others);
    let sum = 0;
    for (let s = 1; s <= classes; s++) {
      joint[s]! += p * others[s - 1]!;
      sum += joint[s]! / (actualWeight * s + predictedWeight * k);
    }
    expected[k] = Math.min(1, sum);
  }
  return expected;
}

/** P(n = s) for s = 0…C. */
function trueLabelCounts(probabilities: ArrayLike<number>): Float64Array {
  const counts = new Float64Array(probabilities.length + 1);
  counts[0] = 1;
  for (let k = 0; k < probabilities.length; k++) {
    const p = probabilities[k]!;
    // After k labels the entries 0…k are filled.
    for (let s = k + 1; s > 0; s--) counts[s] = counts[s]! * (1 - p) + counts[s - 1]! * p;
    counts[0]! *= 1 - p;
  }
  return counts;
}

/**
 * Undoes one label: from counts[s] = (1 − p)·others[s] + p·others[s − 1], upwards for p ≤ ½ and downwards else, so that the
 * factor of each step, p/(1 − p) or its inverse, is at most 1 and no rounding grows.
 */
function countsWithout(p: number, counts: Float64Array, others: Float64Array): void {
  const last = others.length - 1;
  // Each loop runs over the entries of `others`, of which `counts` has one more.
  if (p <= 0.5) {
    const [scale, factor] = [1 / (1 - p), p / (1 - p)];
    let other = 0;
    for (let s = 0; s <= last; s++) {
      other = Math.max(0, counts[s]! * scale - factor * other);
      others[s] = other;
    }
  } else {
    const [scale, factor] = [1 / p, (1 - p) / p];
    let other = 0;
    for (let s = last; s >= 0; s--) {
      other = Math.max(0, counts[s + 1]! * scale - factor * other);
      others[s] = other;
    }
  }
}
