import { checkAverage } from "../checks/checkAverage.js";
import { checkedOptions } from "../checks/checkedOptions.js";
import type { Averaged, Averaging } from "../confusion/Average.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import { curveScores } from "./curveScores.js";
import { someLabelsAndScores } from "./labelsAndScores.js";
import type { RocAucOptions } from "./RocAucOptions.js";
import { rocAuc } from "./rocAuc.js";
import { rocAucOf } from "./rocAucOf.js";

/**
 * The area under the ROC curve: the probability that a true label has a higher score than a false one, ties counting
 * half, in [0, 1]; 0.5 is chance. O(N log N) per class at worst, and exact: pairs are counted in integers.
 * Equals scikit-learn's `roc_auc_score(y_true, y_score, average=…)`; one column is a problem with one class here.
 *
 * A class with only one kind of label has no ROC-AUC: scikit-learn raises, and so does this unless `whenUndefined` is
 * `skip`. With `weighted` and no true label at all it is 0, as in scikit-learn.
 * @param yTrue true labels [examples × classes]
 * @param yScore scores, any finite numbers, same shape
 * @returns one number, or with `average: "none"` one per class
 * @throws RangeError when the shapes differ, there is no example, a label is not 0 or 1, a score is not finite, or a
 *   class (with `samples`: an example) has only one kind of label
 */
export function rocAucScore<A extends Averaging = "macro">(
  yTrue: LabelInput,
  yScore: ScoreInput,
  options: RocAucOptions<A> = {},
): Averaged<A> {
  const { average = "macro" as A, whenUndefined = "error" } = checkedOptions(
    options,
    "average",
    "whenUndefined",
  );
  checkAverage(average);
  const pair = someLabelsAndScores(yTrue, yScore, { anyReal: true });
  return rocAucOf(curveScores(pair, average, rocAuc), average, whenUndefined);
}
