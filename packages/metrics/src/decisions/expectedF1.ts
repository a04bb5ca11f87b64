import type { ZeroDivision } from "../confusion/ZeroDivision.js";
import { expectedFbeta } from "./expectedFbeta.js";

/**
 * The expected F1 of predicting the k most probable labels of one example, for every k = 0…C, when the labels are
 * independent; {@link expectedFbeta} with β = 1.
 * @param probabilities marginal probabilities in [0, 1], in any order
 * @param zeroDivision the F1 of predicting nothing when nothing is true; default 0
 * @returns C + 1 numbers in [0, 1]
 * @throws RangeError when a probability is outside [0, 1], or `zeroDivision` is neither 0 nor 1
 */
export function expectedF1(
  probabilities: ArrayLike<number>,
  zeroDivision: ZeroDivision = 0,
): Float64Array {
  return expectedFbeta(probabilities, { zeroDivision });
}
