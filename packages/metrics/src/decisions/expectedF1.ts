import type { ZeroDivision } from "../confusion/ZeroDivision.js";

/**
 * The expected F1 of predicting the k most probable labels of one example, for every k = 0…C, when the labels are
 * independent: entry k is E[2 tp/(k + n)] with tp the true labels among the first k and n those among all C.
 *
 * Exact in O(C²) (Ye, Chai, Lee & Chieu, ICML 2012, algorithm 2): with S the number of true labels among the first k and
 * R that among the others, E[F1] = Σ_a P(S = a) · 2a · E[1/(k + a + R)], and both factors follow from those for k ± 1.
 * @param probabilities marginal probabilities in [0, 1]; for the set of size k to be the best of its size, in falling order
 * @param zeroDivision the F1 of predicting nothing when nothing is true; default 0
 */
export function expectedF1(
  probabilities: ArrayLike<number>,
  zeroDivision: ZeroDivision = 0,
): Float64Array {
  const classes = probabilities.length;
  const width = classes + 1;
  const counts = trueLabelCounts(probabilities);
  const expected = new Float64Array(classes + 1);
  // inverse[n] = E[1/(n + R)], here for k = C, where R = 0. At k the entries 2…2k are kept up to date.
  const inverse = Float64Array.from({ length: 2 * classes + 1 }, (_, n) => 1 / n);
  for (let k = classes; k > 0; k--) {
    // a ≤ k ≤ C and k + a ≤ 2C: all within the arrays.
    let sum = 0;
    for (let a = 1; a <= k; a++) sum += counts[k * width + a]! * 2 * a * inverse[k + a]!;
    expected[k] = sum;
    // From k to k − 1 the label k − 1 joins the others.
    const p = probabilities[k - 1]!;
    for (let n = 2; n < 2 * k - 1; n++) inverse[n] = p * inverse[n + 1]! + (1 - p) * inverse[n]!;
  }
  expected[0] = zeroDivision * counts[classes * width]!;
  return expected;
}

/** Entry [k, a] of [C + 1 × C + 1] is the probability of a true labels among the first k. */
function trueLabelCounts(probabilities: ArrayLike<number>): Float64Array {
  const width = probabilities.length + 1;
  const counts = new Float64Array(width * width);
  counts[0] = 1;
  for (let k = 0; k < probabilities.length; k++) {
    // Row k + 1 ≤ C follows from row k, of which the entries 0…k are filled.
    const p = probabilities[k]!;
    const [last, next] = [k * width, (k + 1) * width];
    for (let a = 0; a <= k; a++) {
      counts[next + a]! += counts[last + a]! * (1 - p);
      counts[next + a + 1]! += counts[last + a]! * p;
    }
  }
  return counts;
}
