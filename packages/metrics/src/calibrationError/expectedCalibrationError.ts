import { checkAverage } from "../checks/checkAverage.js";
import { checkedOptions } from "../checks/checkedOptions.js";
import { checkNumber } from "../checks/checkNumber.js";
import { checkOneOf } from "../checks/checkOneOf.js";
import { positiveInteger } from "../checks/NumberKind.js";
import type { Averaged } from "../confusion/Average.js";
import { someLabelsAndScores } from "../curves/labelsAndScores.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import { averageOfClasses } from "./averageOfClasses.js";
import { type BinningOptions, binnings } from "./BinningOptions.js";
import { binEntries } from "./binEntries.js";
import { type CalibrationAverage, calibrationAverages } from "./CalibrationAverage.js";

export interface CalibrationErrorOptions<A extends CalibrationAverage = CalibrationAverage>
  extends BinningOptions {
  /** `macro` (default): the mean of the classes' errors; `micro`: all entries pooled; `none`: one error per class. */
  readonly average?: A;
}

/**
 * Expected calibration error Σ_b n_b/n · |positive rate of b − mean score of b| over the bins b of the scores, in [0, 1], 0
 * for calibrated scores (Naeini, Cooper & Hauskrecht 2015; Guo et al. 2017). Each entry is a yes-no prediction with
 * the score as probability of yes. Bins as in `reliabilityBins`. Pooling the classes (`micro`) lets the errors of one cancel
 * those of another. scikit-learn has no such function.
 * @param yTrue true labels [examples × classes]
 * @param yProb scores in [0, 1] taken for probabilities, same shape
 * @returns one number, or with `average: "none"` one per class
 * @throws RangeError when the shapes differ, there is no example, a label is not 0 or 1, a score is outside [0, 1], or an
 *   option is out of range
 */
export function expectedCalibrationError<A extends CalibrationAverage = "macro">(
  yTrue: LabelInput,
  yProb: ScoreInput,
  options: CalibrationErrorOptions<A> = {},
): Averaged<A> {
  const {
    bins = 15,
    binning = "width",
    average = "macro" as A,
  } = checkedOptions(options, "bins", "binning", "average");
  checkNumber("bins", bins, positiveInteger);
  checkOneOf("binning", binning, binnings);
  checkAverage(average, calibrationAverages);
  const pair = someLabelsAndScores(yTrue, yProb, { argument: "yProb" });
  const groups = average === "micro" ? 1 : pair.labels.cols;
  const errors = Float64Array.from({ length: groups }, (_, j) =>
    binEntries(pair, j, groups, bins, binning).sums.calibrationError(),
  );
  return averageOfClasses(errors, average);
}
