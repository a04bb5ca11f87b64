import { checkZeroDivision } from "../checks/checkZeroDivision.js";
import { checkExpectedBeta } from "./checkExpectedBeta.js";
import type { ExpectedFOptions } from "./ExpectedFOptions.js";

/**
 * The expected Fβ of predicting the k most probable labels of one example, for every k = 0…C, when the labels are
 * independent: entry k is E[(1 + β²)tp/(β²n + k)] with tp the true labels among the first k and n those among all C.
 *
 * Exact in O(C²) for any β. As in Ye, Chai, Lee & Chieu (ICML 2012) the expectation is split by a number of true labels,
 * here that of all C as in the GFM, of which it is the special case: with P(y_j = 1, n = s) = p_j · P(n − y_j = s − 1),
 *
 *     E[Fβ] = Σ_s (1 + β²)/(β²s + k) · Σ_{j ≤ k} P(y_j = 1, n = s),
 *
 * whose inner sums grow by one label from k to k + 1.
 * @param probabilities marginal probabilities in [0, 1]; for the set of size k to be the best of its size, in falling order
 * @returns C + 1 numbers in [0, 1]
 * @throws RangeError when a probability is outside [0, 1], or an option is out of range
 */
export function expectedFbeta(
  probabilities: ArrayLike<number>,
  { beta = 1, zeroDivision = 0 }: ExpectedFOptions = {},
): Float64Array {
  checkExpectedBeta(beta);
  checkZeroDivision(zeroDivision);
  const classes = probabilities.length;
  const counts = trueLabelCounts(probabilities);
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
    const p = probabilities[k - 1]!;
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
    if (!(p >= 0 && p <= 1)) {
      throw new RangeError(`probabilities[${k}] is ${p}; expected a number in [0, 1]`);
    }
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
