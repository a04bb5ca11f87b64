import { checkAverage } from "../checks/checkAverage.js";
import { checkedOptions } from "../checks/checkedOptions.js";
import type { Averaged, Averaging } from "../confusion/Average.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import { averagePrecision } from "./averagePrecision.js";
import { averageSetScores } from "./averageSetScores.js";
import type { CurveOptions } from "./CurveOptions.js";
import { curveScores } from "./curveScores.js";
import { someLabelsAndScores } from "./labelsAndScores.js";

/**
 * Average precision Σₜ (Rₜ − Rₜ₋₁) Pₜ over the falling distinct scores t, where Pₜ and Rₜ are precision and recall when
 * every score ≥ t is predicted, in [0, 1]: the area under the precision-recall curve as a step function, without
 * interpolation. Its value at chance is the share of true labels. O(N log N) per class at worst.
 * Equals scikit-learn's `average_precision_score(y_true, y_score, average=…)`; one column is a problem with one class
 * here. As in scikit-learn 1.2 a class without true labels has 0, which lowers the `macro` mean.
 * @param yTrue true labels [examples × classes]
 * @param yScore scores, any finite numbers, same shape
 * @returns one number, or with `average: "none"` one per class
 * @throws RangeError when the shapes differ, there is no example, a label is not 0 or 1, or a score is not finite
 */
export function averagePrecisionScore<A extends Averaging = "macro">(
  yTrue: LabelInput,
  yScore: ScoreInput,
  options: CurveOptions<A> = {},
): Averaged<A> {
  const { average = "macro" as A } = checkedOptions(options, "average");
  checkAverage(average);
  const pair = someLabelsAndScores(yTrue, yScore, { anyReal: true });
  return averageSetScores(curveScores(pair, average, averagePrecision), average);
}
