import { checkList } from "../checks/checkList.js";
import { checkNumber } from "../checks/checkNumber.js";
import { unitInterval } from "../checks/NumberKind.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import type { LabelMatrix, ScoreMatrix } from "../Matrix.js";
import { someLabelsAndScores } from "./labelsAndScores.js";

/** The F1 of predicting every label whose score is at least `threshold`. */
export interface ThresholdPoint {
  readonly threshold: number;
  readonly microF1: number;
  readonly macroF1: number;
}

/**
 * Micro and macro F1 (0/0 counts as 0) against one threshold for all classes, in one pass over the scores:
 * O(NC log T + TC) time and O(TC) memory for T thresholds.
 * @param yTrue true labels [examples × classes]
 * @param yScore scores in [0, 1], same shape
 * @param thresholds in any order; each is rounded to a 32-bit float when compared, as scores are
 * @returns one point per threshold, in the order given
 * @throws RangeError when the shapes differ, there is no example, a label is not 0 or 1, or a score or threshold is outside [0, 1]
 */
export function thresholdCurve(
  yTrue: LabelInput,
  yScore: ScoreInput,
  thresholds: ArrayLike<number>,
): ThresholdPoint[] {
  const { labels, scores } = someLabelsAndScores(yTrue, yScore);
  checkList("thresholds", thresholds);
  const given = Array.from(thresholds);
  given.forEach((threshold, t) => {
    checkNumber(`thresholds[${t}]`, threshold, unitInterval);
  });
  const { cols } = scores;
  const cuts = Float32Array.from(given).sort();
  const { tp, predicted } = countPassing(labels, scores, cuts);
  const actual = new Float64Array(cols);
  // Below, every j is < cols and every cut's row of counts is within tp and predicted.
  labels.data.forEach((label, k) => {
    actual[k % cols]! += label;
  });
  return given.map((threshold) => {
    const start = (passed(cuts, Math.fround(threshold)) - 1) * cols;
    let [macro, allTp, allSize] = [0, 0, 0];
    for (let j = 0; j < cols; j++) {
      const size = predicted[start + j]! + actual[j]!;
      macro += f1(tp[start + j]!, size);
      allTp += tp[start + j]!;
      allSize += size;
    }
    return { threshold, microF1: f1(allTp, allSize), macroF1: macro / cols };
  });
}

/** For each cut and class [cuts × classes]: how many entries pass the cut, and how many of these are true. */
function countPassing(yTrue: LabelMatrix, { data, cols }: ScoreMatrix, cuts: Float32Array) {
  const tp = new Float64Array(cuts.length * cols);
  const predicted = new Float64Array(cuts.length * cols);
  // An entry is counted at the highest cut that it passes; entry k and every index made of a cut and a class exist.
  for (let k = 0; k < data.length; k++) {
    const cut = passed(cuts, data[k]!) - 1;
    if (cut < 0) continue;
    predicted[cut * cols + (k % cols)]! += 1;
    tp[cut * cols + (k % cols)]! += yTrue.data[k]!;
  }
  for (let k = tp.length - 1 - cols; k >= 0; k--) {
    predicted[k]! += predicted[k + cols]!;
    tp[k]! += tp[k + cols]!;
  }
  return { tp, predicted };
}

/** How many of the rising cuts are ≤ the score. */
function passed(cuts: Float32Array, score: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]! <= score) low = middle + 1;
    else high = middle;
  }
  return low;
}

function f1(tp: number, size: number): number {
  return size === 0 ? 0 : (2 * tp) / size;
}
