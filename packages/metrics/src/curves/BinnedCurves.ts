import { averageOfClasses } from "../calibrationError/averageOfClasses.js";
import {
  type CalibrationAverage,
  calibrationAverages,
} from "../calibrationError/CalibrationAverage.js";
import { checkClassIndex } from "../calibrationError/checkClassIndex.js";
import type { ReliabilityBin } from "../calibrationError/ReliabilityBin.js";
import { checkAverage } from "../checks/checkAverage.js";
import { checkedOptions } from "../checks/checkedOptions.js";
import { checkList } from "../checks/checkList.js";
import { checkMergeable } from "../checks/checkMergeable.js";
import { checkNumber } from "../checks/checkNumber.js";
import { positiveInteger } from "../checks/NumberKind.js";
import { show } from "../checks/show.js";
import type { Averaged, Averaging } from "../confusion/Average.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import { labelMatrix } from "../inputs/labelMatrix.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import { JsonFields } from "../json/JsonFields.js";
import { averageSetScores } from "./averageSetScores.js";
import type { BinnedCurvesJson } from "./BinnedCurvesJson.js";
import type { BinnedCurvesOptions } from "./BinnedCurvesOptions.js";
import type { BinnedScore } from "./BinnedScore.js";
import { binnedAveragePrecision } from "./binnedAveragePrecision.js";
import { binnedRocAuc } from "./binnedRocAuc.js";
import { coarserBins } from "./coarserBins.js";
import { labelsAndScores } from "./labelsAndScores.js";
import { rocAucOf } from "./rocAucOf.js";
import { ScoreHistograms } from "./ScoreHistograms.js";
import type { SetScores } from "./SetScores.js";
import type { WhenUndefined } from "./WhenUndefined.js";

/** The averages that can be taken of classes' histograms: all but `samples`. */
export type BinnedAveraging = Exclude<Averaging, "samples">;

const binnedAveragings: readonly string[] = ["micro", "macro", "weighted", "none"];

/**
 * The streaming form of ROC-AUC, average precision and the calibration scores: per class a histogram of the scores of true
 * and of false labels, in memory O(classes · bins) whatever the number of examples. It takes batches in any order and
 * number, and merging the histograms of two parts gives those of the whole.
 *
 * ROC-AUC and average precision are those of the scores rounded to their bins, so that scores in one bin tie. The methods
 * `rocAucBound` and `averagePrecisionBound` say how far the exact scores can lie from them, whatever the order within the bins:
 * for ROC-AUC ½ Σ_b p_b·n_b/(P·N), with p_b of P true and n_b of N false labels in bin b; for average precision see its
 * method. The bound of a mean of classes is the same mean of theirs. Calibration scores and the Brier score are exact.
 * Asking for a score before any example has been taken in throws a RangeError.
 */
export class BinnedCurves {
  readonly #histograms: ScoreHistograms;

  /**
   * @param classes number of classes, at least 1
   * @throws RangeError when it or the number of bins is not a positive integer, or the range is not two finite numbers that
   *   rise
   */
  constructor(classes: number, options: BinnedCurvesOptions = {}) {
    const { bins = 960, range = [0, 1] } = checkedOptions(options, "bins", "range");
    checkNumber("classes", classes, positiveInteger);
    checkNumber("bins", bins, positiveInteger);
    checkList("range", range);
    const width = range[1] - range[0];
    if (!(range.every(Number.isFinite) && width > 0 && width < Number.POSITIVE_INFINITY)) {
      throw new RangeError(
        `range is ${range.map(show).join(" to ")}; expected two finite numbers that rise`,
      );
    }
    this.#histograms = new ScoreHistograms(classes, { bins, range });
  }

  /**
   * The histograms of one pair of labels and scores.
   * @throws RangeError as the constructor and `update`
   */
  static of(
    yTrue: LabelInput,
    yScore: ScoreInput,
    options: BinnedCurvesOptions = {},
  ): BinnedCurves {
    const labels = labelMatrix("yTrue", yTrue);
    return new BinnedCurves(labels.cols, options).update(labels, yScore);
  }

  /**
   * The histograms that `JSON.stringify(curves)` wrote, to be merged with those of other parts of the data.
   * @param json the text, or the value that `JSON.parse` gives for it
   * @throws SyntaxError when the text is no JSON; TypeError or RangeError naming the field that is missing or wrong
   */
  static fromJson(json: unknown): BinnedCurves {
    const histograms = ScoreHistograms.fromJson(JsonFields.parse("the JSON of BinnedCurves", json));
    const { classes, bins, low, high } = histograms;
    const curves = new BinnedCurves(classes, { bins, range: [low, high] });
    curves.#histograms.merge(histograms);
    return curves;
  }

  /** All that was counted, in plain numbers: `BinnedCurves.fromJson` reads it back without loss. */
  toJSON(): BinnedCurvesJson {
    return this.#histograms.toJSON();
  }

  /** Number of classes. */
  get classes(): number {
    return this.#histograms.classes;
  }

  /** Number of bins per class. */
  get bins(): number {
    return this.#histograms.bins;
  }

  /** The lowest and highest score that are told apart. */
  get range(): readonly [low: number, high: number] {
    return [this.#histograms.low, this.#histograms.high];
  }

  /** Number of examples taken in. */
  get examples(): number {
    return this.#histograms.examples;
  }

  /**
   * Takes in a batch [examples × classes] of true labels and scores: numbers in [0, 1], or any finite ones when the range is
   * another.
   * @throws RangeError when the shapes differ from each other or from `classes`, a label is not 0 or 1, or a score is out
   *   of range; nothing is then counted
   */
  update(yTrue: LabelInput, yScore: ScoreInput): this {
    const pair = labelsAndScores(yTrue, yScore, { anyReal: !this.#hasUnitRange() });
    this.#checkClasses(pair.labels.cols, "yTrue");
    this.#histograms.add(pair);
    return this;
  }

  /**
   * Takes in everything that `other` has counted; `other` stays as it is.
   * @throws RangeError when the numbers of classes or of bins or the ranges differ; TypeError when `other` is no BinnedCurves
   */
  merge(other: BinnedCurves): this {
    checkMergeable(other, BinnedCurves, "BinnedCurves");
    this.#checkClasses(other.classes, "the other BinnedCurves");
    const [mine, others] = [this, other].map(
      ({ bins, range: [low, high] }) => `${bins} bins from ${low} to ${high}`,
    );
    if (mine !== others) {
      throw new RangeError(`the other BinnedCurves has ${others}; this one has ${mine}`);
    }
    this.#histograms.merge(other.#histograms);
    return this;
  }

  /** Binned ROC-AUC, in [0, 1]; averages, undefined classes and errors as in `rocAucScore`. */
  rocAuc<A extends BinnedAveraging = "macro">(
    average: A = "macro" as A,
    whenUndefined: WhenUndefined = "error",
  ): Averaged<A> {
    const scores = this.#curve(average, binnedRocAuc, "value");
    return rocAucOf(scores, average, whenUndefined);
  }

  /** How far the exact ROC-AUC can lie from the binned one, at most 0.5. */
  rocAucBound<A extends BinnedAveraging = "macro">(
    average: A = "macro" as A,
    whenUndefined: WhenUndefined = "error",
  ): Averaged<A> {
    const scores = this.#curve(average, binnedRocAuc, "bound");
    return rocAucOf(scores, average, whenUndefined);
  }

  /** Binned average precision, in [0, 1]; averages and absent classes as in `averagePrecisionScore`. */
  averagePrecision<A extends BinnedAveraging = "macro">(average: A = "macro" as A): Averaged<A> {
    return averageSetScores(this.#curve(average, binnedAveragePrecision, "value"), average);
  }

  /**
   * How far the exact average precision can lie from the binned one. With T true and F false labels in the bins above one that
   * holds p and n, the precisions of its p true labels add up to p(T + p)/(T + p + F + n) in the binned score, and exactly to
   * at most p(T + p)/(T + p + F) and at least p − (F + n)·ln((T + p + F + n)/(T + F + n)). The bound is the larger of the
   * two distances, summed over the bins and divided by the number of true labels.
   */
  averagePrecisionBound<A extends BinnedAveraging = "macro">(
    average: A = "macro" as A,
  ): Averaged<A> {
    return averageSetScores(this.#curve(average, binnedAveragePrecision, "bound"), average);
  }

  /**
   * The expected calibration error of bins of equal width, exactly as `expectedCalibrationError` has it.
   * @param options `bins` a divisor of the number of bins, default 15; `average` default "macro"
   * @throws RangeError when it is none, or the range is not [0, 1]
   */
  expectedCalibrationError<A extends CalibrationAverage = "macro">(
    options: { readonly bins?: number; readonly average?: A } = {},
  ): Averaged<A> {
    const { bins = 15, average = "macro" as A } = checkedOptions(options, "bins", "average");
    checkAverage(average, calibrationAverages);
    this.#checkCalibration(bins);
    const errors = this.#histograms
      .sets(average === "micro")
      .map((histogram) => coarserBins(histogram, bins).calibrationError());
    return averageOfClasses(Float64Array.from(errors), average);
  }

  /**
   * The data of a reliability diagram of bins of equal width, exactly as `reliabilityBins` has it.
   * @param options `bins` a divisor of the number of bins, default 15; `classIndex` default: all classes pooled
   * @throws RangeError when it is none, there is no such class, or the range is not [0, 1]
   */
  reliabilityBins(
    options: { readonly bins?: number; readonly classIndex?: number } = {},
  ): ReliabilityBin[] {
    const { bins = 15, classIndex } = checkedOptions(options, "bins", "classIndex");
    if (classIndex !== undefined) checkClassIndex(classIndex, this.classes);
    this.#checkCalibration(bins);
    const histogram =
      classIndex === undefined ? this.#histograms.pooled() : this.#histograms.ofClass(classIndex);
    return coarserBins(histogram, bins).filled((bin) => ({
      low: bin / bins,
      high: (bin + 1) / bins,
    }));
  }

  /**
   * The Brier score, exactly as `brierScore` has it.
   * @throws RangeError when the range is not [0, 1]
   */
  brierScore<A extends "macro" | "none" = "macro">(average: A = "macro" as A): Averaged<A> {
    checkAverage(average, ["macro", "none"]);
    this.#checkCalibration(1);
    return averageOfClasses(
      this.#histograms.squaredErrors.map((sum) => sum / this.examples),
      average,
    );
  }

  #curve(average: BinnedAveraging, score: CurveScore, field: keyof BinnedScore): SetScores {
    checkAverage(average, binnedAveragings);
    this.#checkExamples();
    const pooled = average === "micro";
    const sets = this.#histograms.sets(pooled);
    return {
      of: pooled ? "all entries" : "class",
      values: Float64Array.from(sets, ({ positives, negatives }) => {
        return score(positives, negatives)[field];
      }),
      support: Float64Array.from(sets, ({ positives }) => positives.reduce((sum, n) => sum + n, 0)),
    };
  }

  #hasUnitRange(): boolean {
    return this.#histograms.low === 0 && this.#histograms.high === 1;
  }

  #checkCalibration(bins: number): void {
    this.#checkExamples();
    checkNumber("bins", bins, positiveInteger);
    if (!this.#hasUnitRange()) {
      throw new RangeError(
        `the range is ${this.range.join(" to ")}; calibration is that of scores in [0, 1]`,
      );
    }
    if (this.bins % bins !== 0) {
      throw new RangeError(
        `bins is ${bins}; expected a divisor of the ${this.bins} bins of this BinnedCurves`,
      );
    }
  }

  #checkExamples(): void {
    if (this.examples === 0) throw new RangeError("no example to score; update with at least one");
  }

  #checkClasses(cols: number, name: string): void {
    if (cols !== this.classes) {
      throw new RangeError(`${name} has ${cols} classes; this BinnedCurves has ${this.classes}`);
    }
  }
}

type CurveScore = (positives: Float64Array, negatives: Float64Array) => BinnedScore;
