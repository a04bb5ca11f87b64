import { checkedOptions } from "../checks/checkedOptions.js";
import { checkList } from "../checks/checkList.js";
import { checkNumber } from "../checks/checkNumber.js";
import { checkZeroDivision } from "../checks/checkZeroDivision.js";
import { positive, unitInterval } from "../checks/NumberKind.js";
import type { ExpectedFOptions } from "./ExpectedFOptions.js";
import { expectedFbetaOfFalling } from "./expectedFbetaOfFalling.js";

/**
 * The expected Fβ of predicting the k most probable labels of one example, for every k = 0…C, when the labels are
 * independent: entry k is E[(1 + β²)tp/(β²n + k)] with tp the true labels among those k and n those among all C.
 *
 * Exact in O(C²) for any β. As in Ye, Chai, Lee & Chieu (ICML 2012) the expectation is split by a number of true labels,
 * here that of all C as in the GFM, of which it is the special case: with P(y_j = 1, n = s) = p_j · P(n − y_j = s − 1),
 *
 *     E[Fβ] = Σ_s (1 + β²)/(β²s + k) · Σ_{j ≤ k} P(y_j = 1, n = s),
 *
 * whose inner sums, over the labels by falling probability, grow by one label from k to k + 1.
 * @param probabilities marginal probabilities in [0, 1], in any order
 * @returns C + 1 numbers in [0, 1]
 * @throws RangeError when a probability is outside [0, 1], or an option is out of range
 */
export function expectedFbeta(
  probabilities: ArrayLike<number>,
  options: ExpectedFOptions = {},
): Float64Array {
  const { beta = 1, zeroDivision = 0 } = checkedOptions(options, "beta", "zeroDivision");
  checkNumber("beta", beta, positive);
  checkZeroDivision(zeroDivision);
  checkList("probabilities", probabilities);
  const falling = Array.from(probabilities);
  falling.forEach((p, j) => {
    checkNumber(`probabilities[${j}]`, p, unitInterval);
  });
  falling.sort((a, b) => b - a);
  return expectedFbetaOfFalling(falling, { beta, zeroDivision });
}
