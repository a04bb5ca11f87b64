import { checkedOptions } from "../checks/checkedOptions.js";
import { checkList } from "../checks/checkList.js";
import { checkNumber } from "../checks/checkNumber.js";
import { checkZeroDivision } from "../checks/checkZeroDivision.js";
import { positive, unitInterval } from "../checks/NumberKind.js";
import type { ExpectedFOptions } from "./ExpectedFOptions.js";
import { exceeds } from "./exceeds.js";

/** A set of labels and its expected Fβ. */
export interface ExpectedFMaximum {
  /** 0 or 1 for each class. */
  readonly labels: Uint8Array;
  readonly expectedF: number;
}

/**
 * The set of labels with the highest expected Fβ of one example, exactly, whatever the dependence between the labels: the
 * general F-measure maximiser GFM (Dembczyński, Waegeman, Cheng & Hüllermeier 2011; Waegeman et al. 2014).
 *
 * With n the number of true labels, E[Fβ] of a set of k labels is the sum over its labels j of
 * Δ_jk = Σ_s P(y_j = 1, n = s) · (1 + β²)/(β²s + k), so that the best set of size k holds the k classes with the highest
 * Δ_jk. O(C²S + C² log C) for C classes and at most S true labels. Of equally good sets it takes the smallest, of
 * equally good classes the first.
 * @param joint P(y_j = 1, n = s | x) as entry [j][s − 1]: one row per class, one column per s = 1…S, S ≤ C. P(n = s) is the sum of column s
 *   divided by s, and what these leave of 1 is P(n = 0).
 * @throws RangeError when rows differ in length, an entry is outside [0, 1], the probabilities of n sum to more than 1
 *   (by 10⁻⁶ and more), or an option is out of range
 */
export function expectedFMaximizer(
  joint: readonly ArrayLike<number>[],
  options: ExpectedFOptions = {},
): ExpectedFMaximum {
  const { beta = 1, zeroDivision = 0 } = checkedOptions(options, "beta", "zeroDivision");
  checkZeroDivision(zeroDivision);
  checkNumber("beta", beta, positive);
  // (1 + β²)/(β²s + k) is 1 over the mean of s and k with these weights.
  const predictedWeight = 1 / (1 + beta ** 2);
  const actualWeight = 1 - predictedWeight;
  const nothing = checkJoint(joint);
  const classes = joint.length;
  const gains = new Float64Array(classes);
  let best = { set: new Uint32Array(0), expectedF: zeroDivision * nothing };
  for (let k = 1; k <= classes; k++) {
    joint.forEach((row, j) => {
      let gain = 0;
      // s − 1 is below the row's length.
      for (let s = 1; s <= row.length; s++)
        gain += row[s - 1]! / (actualWeight * s + predictedWeight * k);
      gains[j] = gain;
    });
    // Every index is below `classes`.
    const order = Uint32Array.from(gains.keys()).sort((a, b) => gains[b]! - gains[a]! || a - b);
    const set = order.subarray(0, k);
    const expectedF = set.reduce((sum, j) => sum + gains[j]!, 0);
    if (exceeds(expectedF, best.expectedF)) best = { set, expectedF };
  }
  const labels = new Uint8Array(classes);
  for (const j of best.set) labels[j] = 1;
  return { labels, expectedF: best.expectedF };
}

/** Checks the probabilities and gives that of no true label. */
function checkJoint(joint: readonly ArrayLike<number>[]): number {
  checkList("joint", joint, "an array of one row per class");
  const [first] = joint;
  if (first === undefined) throw new RangeError("joint has no row; expected one per class");
  let some = 0;
  joint.forEach((row, j) => {
    checkList(`joint[${j}]`, row);
    if (row.length !== first.length || row.length > joint.length) {
      throw new RangeError(
        `joint[${j}] has ${row.length} entries; expected one per number of true labels, in every row the same 1…S with S ≤ ${joint.length}`,
      );
    }
    for (let s = 1; s <= row.length; s++) {
      const probability = row[s - 1]!;
      checkNumber(`joint[${j}][${s - 1}]`, probability, unitInterval);
      some += probability / s;
    }
  });
  if (some > 1 + 1e-6) {
    throw new RangeError(
      `joint gives the numbers of true labels 1…${first.length} a probability of ${some} in all; expected at most 1`,
    );
  }
  return Math.max(0, 1 - some);
}
