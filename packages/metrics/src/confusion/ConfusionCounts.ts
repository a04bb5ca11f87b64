import { checkAverage } from "../checks/checkAverage.js";
import { checkBeta } from "../checks/checkBeta.js";
import { checkedOptions } from "../checks/checkedOptions.js";
import { checkList } from "../checks/checkList.js";
import { checkMergeable } from "../checks/checkMergeable.js";
import { checkNumber } from "../checks/checkNumber.js";
import { checkSameShape } from "../checks/checkSameShape.js";
import { checkZeroDivision } from "../checks/checkZeroDivision.js";
import { positiveInteger } from "../checks/NumberKind.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import { labelEntries } from "../inputs/labelEntries.js";
import { JsonFields } from "../json/JsonFields.js";
import type { Averaged, Averaging } from "./Average.js";
import { averageCounts, sum } from "./averageCounts.js";
import { ClassificationReport } from "./ClassificationReport.js";
import type { ClassificationReportOptions } from "./ClassificationReportOptions.js";
import type { Confusion } from "./Confusion.js";
import type { ConfusionCountsJson } from "./ConfusionCountsJson.js";
import type { CountScore } from "./CountScore.js";
import { fbeta, jaccard, precision, recall } from "./countScores.js";
import type { ExampleMean } from "./ExampleMean.js";
import type { ExampleScores } from "./ExampleScores.js";
import type { LabelCountError } from "./LabelCountError.js";
import { LabelTally } from "./LabelTally.js";
import { labelTallyFromJson } from "./labelTallyFromJson.js";
import type { MultilabelReport } from "./MultilabelReport.js";
import { type MatthewsAveraging, matthews, matthewsAveragings } from "./matthews.js";
import { multilabelReportOf } from "./multilabelReportOf.js";
import type { ZeroDivision } from "./ZeroDivision.js";

export interface ConfusionCountsOptions {
  /** The β other than 1 whose Fβ is to be had in the `samples` average, which is a sum over examples; default none. */
  readonly betas?: readonly number[];
}

/**
 * The confusion core under every score: per class tp, fp, fn, tn, and the running sums of the per-example
 * scores. It takes batches in any order and in any number; its memory is O(classes) whatever the number of examples.
 *
 * Scores have scikit-learn 1.2's semantics. Asking for one before any example has been taken in throws a RangeError.
 */
export class ConfusionCounts {
  /** Number of classes. */
  readonly classes: number;
  readonly #tally: LabelTally;

  /**
   * @param classes number of classes, at least 1
   * @throws RangeError when it is not a positive integer, or a β is negative
   */
  constructor(classes: number, options: ConfusionCountsOptions = {}) {
    const { betas = [] } = checkedOptions(options, "betas");
    checkNumber("classes", classes, positiveInteger);
    checkList("betas", betas);
    betas.forEach(checkBeta);
    this.classes = classes;
    this.#tally = new LabelTally(classes, [1, ...betas]);
  }

  /**
   * The counts of one pair of matrices.
   * @throws RangeError as the constructor and `update`
   */
  static of(
    yTrue: LabelInput,
    yPred: LabelInput,
    options: ConfusionCountsOptions = {},
  ): ConfusionCounts {
    const truth = labelEntries("yTrue", yTrue);
    return new ConfusionCounts(truth.cols, options).update(truth, yPred);
  }

  /**
   * The counts that `JSON.stringify(counts)` wrote, to be merged with those of other parts of the data.
   * @param json the text, or the value that `JSON.parse` gives for it
   * @throws SyntaxError when the text is no JSON; TypeError naming the field that is missing or wrong
   */
  static fromJson(json: unknown): ConfusionCounts {
    const tally = labelTallyFromJson(JsonFields.parse("the JSON of ConfusionCounts", json));
    const counts = new ConfusionCounts(tally.tp.length, { betas: [...tally.fbeta.keys()] });
    counts.#tally.merge(tally);
    return counts;
  }

  /** All that was counted, in plain numbers: `ConfusionCounts.fromJson` reads it back without loss. */
  toJSON(): ConfusionCountsJson {
    return this.#tally.toJSON();
  }

  /** Number of examples taken in. */
  get examples(): number {
    return this.#tally.examples;
  }

  /**
   * Takes in a batch [examples × classes] of true and predicted labels.
   * @throws RangeError when the shapes differ from each other or from `classes`, or an entry is not 0 or 1; nothing is then counted
   */
  update(yTrue: LabelInput, yPred: LabelInput): this {
    const [truth, decided] = [labelEntries("yTrue", yTrue), labelEntries("yPred", yPred)];
    checkSameShape(truth, "yTrue", decided, "yPred");
    this.#checkClasses(truth.cols, "yTrue");
    const batch = new LabelTally(this.classes, this.#tally.fbeta.keys());
    batch.add(truth, decided);
    this.#tally.merge(batch);
    return this;
  }

  /**
   * Takes in everything that `other` has counted; `other` stays as it is.
   * @throws RangeError when the numbers of classes or the `betas` differ; TypeError when `other` is no ConfusionCounts
   */
  merge(other: ConfusionCounts): this {
    checkMergeable(other, ConfusionCounts, "ConfusionCounts");
    this.#checkClasses(other.classes, "the other ConfusionCounts");
    for (const beta of this.#tally.fbeta.keys()) other.#exampleFbeta(beta);
    for (const beta of other.#tally.fbeta.keys()) this.#exampleFbeta(beta);
    this.#tally.merge(other.#tally);
    return this;
  }

  /** The confusion matrix of each class. */
  perClass(): Confusion[] {
    const { tp, actual, predicted, examples } = this.#tally;
    // Every array has `classes` entries.
    return Array.from(tp, (hits, j) => confusion(hits, actual[j]!, predicted[j]!, examples));
  }

  /** The one confusion matrix of all entries pooled. */
  pooled(): Confusion {
    const { tp, actual, predicted, examples } = this.#tally;
    return confusion(sum(tp), sum(actual), sum(predicted), examples * this.classes);
  }

  /** F1 = 2tp/(2tp + fp + fn), in [0, 1]; with `none` one per class. */
  f1<A extends Averaging = "macro">(
    average: A = "macro" as A,
    zeroDivision: ZeroDivision = 0,
  ): Averaged<A> {
    return this.fbeta(1, average, zeroDivision);
  }

  /**
   * Fβ = (1 + β²)tp/((1 + β²)tp + β²fn + fp), in [0, 1]; with `none` one per class.
   * @throws RangeError when β is negative, or the average is `samples` and β neither 1 nor among `betas`
   */
  fbeta<A extends Averaging = "macro">(
    beta: number,
    average: A = "macro" as A,
    zeroDivision: ZeroDivision = 0,
  ): Averaged<A> {
    checkBeta(beta);
    // F∞ is recall, except that without true labels scikit-learn 1.2 gives every Fβ the same weighted average.
    const weightless = average === "weighted" && !this.#hasTruth();
    const score: CountScore = (...counts) => fbeta(weightless ? 1 : beta, ...counts);
    return this.#average(average, zeroDivision, score, () => this.#exampleFbeta(beta));
  }

  /** Precision = tp/(tp + fp), in [0, 1]; with `none` one per class. */
  precision<A extends Averaging = "macro">(
    average: A = "macro" as A,
    zeroDivision: ZeroDivision = 0,
  ): Averaged<A> {
    return this.#average(average, zeroDivision, precision, () => this.#tally.precision);
  }

  /** Recall = tp/(tp + fn), in [0, 1]; with `none` one per class. */
  recall<A extends Averaging = "macro">(
    average: A = "macro" as A,
    zeroDivision: ZeroDivision = 0,
  ): Averaged<A> {
    return this.#average(average, zeroDivision, recall, () => this.#tally.recall);
  }

  /** Jaccard index = tp/(tp + fp + fn), in [0, 1]; with `none` one per class. */
  jaccard<A extends Averaging = "macro">(
    average: A = "macro" as A,
    zeroDivision: ZeroDivision = 0,
  ): Averaged<A> {
    // Without true labels there are no weights; scikit-learn 1.2 then weights the classes equally.
    const weightless = average === "weighted" && !this.#hasTruth();
    return this.#average<A | "macro">(
      weightless ? "macro" : average,
      zeroDivision,
      jaccard,
      () => this.#tally.jaccard,
    ) as Averaged<A>;
  }

  /** Matthews correlation (tp·tn − fp·fn)/√((tp + fp)(tp + fn)(tn + fp)(tn + fn)), in [−1, 1]; 0 where a factor is 0. */
  matthewsCorrcoef<A extends MatthewsAveraging = "macro">(average: A = "macro" as A): Averaged<A> {
    checkAverage(average, matthewsAveragings);
    this.#perExample(0);
    if (average === "micro") return matthews(this.pooled()) as Averaged<A>;
    const correlations = this.perClass().map(matthews);
    return (average === "none" ? correlations : sum(correlations) / this.classes) as Averaged<A>;
  }

  /** Share of wrong entries, (fp + fn)/(examples · classes), in [0, 1]. */
  hammingLoss(): number {
    const { fp, fn } = this.pooled();
    return this.#perExample(fp + fn) / this.classes;
  }

  /** Share of right entries, 1 − Hamming loss, in [0, 1]. */
  accuracy(): number {
    return 1 - this.hammingLoss();
  }

  /** Share of examples whose labels are all right, in [0, 1]. */
  subsetAccuracy(): number {
    return this.#perExample(this.#tally.exactMatches);
  }

  /** Mean number of predicted labels per example, in [0, classes]. */
  labelsPerExample(): number {
    return this.#perExample(sum(this.#tally.predicted));
  }

  /** How far the numbers of predicted labels are from those of true labels; see {@link LabelCountError}. */
  labelCountError(): LabelCountError {
    const { countError, rightCounts, actual, predicted } = this.#tally;
    return {
      meanAbsoluteError: this.#perExample(countError),
      exact: this.#perExample(rightCounts),
      bias: this.#perExample(sum(predicted) - sum(actual)),
    };
  }

  /** The example-based precision and recall, and the F1 of the two; see {@link ExampleScores}. */
  exampleScores(zeroDivision: ZeroDivision = 0): ExampleScores {
    const precision = this.precision("samples", zeroDivision);
    const recall = this.recall("samples", zeroDivision);
    const sum = precision + recall;
    return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
  }

  /** Every figure of {@link MultilabelReport}. */
  report(zeroDivision: ZeroDivision = 0): MultilabelReport {
    return multilabelReportOf(this, zeroDivision);
  }

  /**
   * Precision, recall, F1 and support of every class and in every average, as data and as scikit-learn's text.
   * @throws RangeError when there is not one name per class, or `digits` is no integer in 0…100
   */
  classificationReport(options: ClassificationReportOptions = {}): ClassificationReport {
    return new ClassificationReport(this, options);
  }

  #average<A extends Averaging>(
    average: A,
    zeroDivision: ZeroDivision,
    score: CountScore,
    exampleMean: () => ExampleMean,
  ): Averaged<A> {
    checkAverage(average);
    checkZeroDivision(zeroDivision);
    this.#perExample(0);
    const value =
      average === "samples"
        ? exampleMean().mean(zeroDivision)
        : averageCounts(this.#tally, score, average, zeroDivision);
    return value as Averaged<A>;
  }

  #exampleFbeta(beta: number): ExampleMean {
    const mean = this.#tally.fbeta.get(beta);
    if (mean !== undefined) return mean;
    throw new RangeError(
      `the examples' Fβ was not summed for β = ${beta}; construct every ConfusionCounts with { betas: [${beta}] }`,
    );
  }

  #hasTruth(): boolean {
    return this.#tally.actual.some((count) => count > 0);
  }

  #perExample(total: number): number {
    const { examples } = this.#tally;
    if (examples === 0) throw new RangeError("no example to score; expected at least one");
    return total / examples;
  }

  #checkClasses(cols: number, name: string): void {
    if (cols !== this.classes) {
      throw new RangeError(`${name} has ${cols} classes; this ConfusionCounts has ${this.classes}`);
    }
  }
}

function confusion(tp: number, actual: number, predicted: number, entries: number): Confusion {
  return { tp, fp: predicted - tp, fn: actual - tp, tn: entries - actual - predicted + tp };
}
