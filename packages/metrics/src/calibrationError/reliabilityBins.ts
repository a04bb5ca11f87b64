import { checkedOptions } from "../checks/checkedOptions.js";
import { checkNumber } from "../checks/checkNumber.js";
import { checkOneOf } from "../checks/checkOneOf.js";
import { positiveInteger } from "../checks/NumberKind.js";
import { someLabelsAndScores } from "../curves/labelsAndScores.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import { type BinningOptions, binnings } from "./BinningOptions.js";
import { binEntries } from "./binEntries.js";
import { checkClassIndex } from "./checkClassIndex.js";
import type { ReliabilityBin } from "./ReliabilityBin.js";

export interface ReliabilityOptions extends BinningOptions {
  /** The column of the one class to look at; default all entries pooled. */
  readonly classIndex?: number;
}

/**
 * The data of a reliability diagram: for each bin of the scores that has entries, their mean score beside the share of them
 * whose label is true, by rising score. Bins with no entry are left out.
 *
 * `width`: bin b of B holds the scores in (b/B, (b + 1)/B], the first 0 too. `mass`: bins end at the quantiles of the scores
 * at (b + 1)/B; they hold as many entries each, to one, unless scores are tied, which stay in one bin.
 * Equals scikit-learn's `calibration_curve(y_true, y_prob, n_bins=bins, strategy="uniform" or "quantile")`, save where the
 * rounding of its quantiles moves a score that lies on one to the next bin.
 * @param yTrue true labels [examples × classes]
 * @param yProb scores in [0, 1] taken for probabilities, same shape
 * @throws RangeError when the shapes differ, there is no example, a label is not 0 or 1, a score is outside [0, 1], or an
 *   option is out of range
 */
export function reliabilityBins(
  yTrue: LabelInput,
  yProb: ScoreInput,
  options: ReliabilityOptions = {},
): ReliabilityBin[] {
  const {
    bins = 15,
    binning = "width",
    classIndex,
  } = checkedOptions(options, "bins", "binning", "classIndex");
  checkNumber("bins", bins, positiveInteger);
  checkOneOf("binning", binning, binnings);
  const pair = someLabelsAndScores(yTrue, yProb, { argument: "yProb" });
  if (classIndex !== undefined) checkClassIndex(classIndex, pair.labels.cols);
  const stride = classIndex === undefined ? 1 : pair.labels.cols;
  const { sums, bounds } = binEntries(pair, classIndex ?? 0, stride, bins, binning);
  return sums.filled(bounds);
}
