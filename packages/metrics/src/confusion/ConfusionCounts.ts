import { checkAverage } from "../checks/checkAverage.js";
import { checkLabels } from "../checks/checkLabels.js";
import { checkSameShape } from "../checks/checkSameShape.js";
import { checkZeroDivision } from "../checks/checkZeroDivision.js";
import type { LabelMatrix } from "../Matrix.js";
import type { Average } from "./Average.js";
import type { Confusion } from "./Confusion.js";
import { type CountRatio, countRatios, type RatioName } from "./countRatios.js";
import { ExampleMean } from "./ExampleMean.js";
import type { ExampleScores } from "./ExampleScores.js";
import type { MultilabelReport } from "./MultilabelReport.js";
import type { ZeroDivision } from "./ZeroDivision.js";

/**
 * The confusion core under every score: per class tp, fp, fn, tn, and the running sums of the per-example
 * scores. It takes batches in any order and in any number; its memory is O(classes) whatever the number of examples.
 *
 * Scores have scikit-learn 1.2's semantics. Asking for one before any example has been taken in throws a RangeError.
 */
export class ConfusionCounts {
  readonly classes: number;
  readonly #tp: Float64Array;
  readonly #actual: Float64Array;
  readonly #predicted: Float64Array;
  readonly #exampleMeans: Record<RatioName, ExampleMean>;
  #examples = 0;
  #exactMatches = 0;

  /**
   * @param classes number of classes, at least 1
   * @throws RangeError when it is not a positive integer
   */
  constructor(classes: number) {
    if (!Number.isInteger(classes) || classes < 1) {
      throw new RangeError(`classes is ${classes}; expected a positive integer`);
    }
    this.classes = classes;
    this.#tp = new Float64Array(classes);
    this.#actual = new Float64Array(classes);
    this.#predicted = new Float64Array(classes);
    this.#exampleMeans = {
      precision: new ExampleMean(countRatios.precision),
      recall: new ExampleMean(countRatios.recall),
      f1: new ExampleMean(countRatios.f1),
    };
  }

  /** The counts of one pair of matrices. */
  static of(yTrue: LabelMatrix, yPred: LabelMatrix): ConfusionCounts {
    return new ConfusionCounts(yTrue.cols).update(yTrue, yPred);
  }

  /** Number of examples taken in. */
  get examples(): number {
    return this.#examples;
  }

  /**
   * Takes in a batch [examples × classes] of true and predicted labels.
   * @throws RangeError when the shapes differ from each other or from `classes`, or an entry is not 0 or 1; nothing is then counted
   */
  update(yTrue: LabelMatrix, yPred: LabelMatrix): this {
    checkSameShape(yTrue, "yTrue", yPred, "yPred");
    this.#checkClasses(yTrue.cols, "yTrue");
    checkLabels(yTrue, "yTrue");
    checkLabels(yPred, "yPred");
    const { rows, cols } = yTrue;
    const [truth, decided] = [yTrue.data, yPred.data];
    const [classTp, classActual, classPredicted] = [this.#tp, this.#actual, this.#predicted];
    const exampleMeans = Object.values(this.#exampleMeans);
    // j < cols = classes, and k = row * cols + j < data.length, as checked.
    for (let row = 0, k = 0; row < rows; row++) {
      let tp = 0;
      let actual = 0;
      let predicted = 0;
      for (let j = 0; j < cols; j++, k++) {
        const t = truth[k]!;
        const p = decided[k]!;
        tp += t & p;
        actual += t;
        predicted += p;
        classTp[j]! += t & p;
        classActual[j]! += t;
        classPredicted[j]! += p;
      }
      const counts = confusion(tp, actual, predicted, cols);
      for (const mean of exampleMeans) mean.add(counts);
      if (counts.fp === 0 && counts.fn === 0) this.#exactMatches++;
    }
    this.#examples += rows;
    return this;
  }

  /**
   * Takes in everything that `other` has counted; `other` stays as it is.
   * @throws RangeError when the numbers of classes differ
   */
  merge(other: ConfusionCounts): this {
    this.#checkClasses(other.classes, "the other ConfusionCounts");
    for (let j = 0; j < this.classes; j++) {
      // Both have `classes` entries.
      this.#tp[j]! += other.#tp[j]!;
      this.#actual[j]! += other.#actual[j]!;
      this.#predicted[j]! += other.#predicted[j]!;
    }
    for (const name of Object.keys(countRatios) as RatioName[]) {
      this.#exampleMeans[name].merge(other.#exampleMeans[name]);
    }
    this.#examples += other.#examples;
    this.#exactMatches += other.#exactMatches;
    return this;
  }

  /** The confusion matrix of each class. */
  perClass(): Confusion[] {
    // Every array has `classes` entries.
    return Array.from(this.#tp, (tp, j) =>
      confusion(tp, this.#actual[j]!, this.#predicted[j]!, this.#examples),
    );
  }

  /** The one confusion matrix of all entries pooled. */
  pooled(): Confusion {
    const sum = (counts: Float64Array) => counts.reduce((total, count) => total + count, 0);
    const entries = this.#examples * this.classes;
    return confusion(sum(this.#tp), sum(this.#actual), sum(this.#predicted), entries);
  }

  /** F1 = 2tp/(2tp + fp + fn), in [0, 1]. */
  f1(average: Average, zeroDivision: ZeroDivision = 0): number {
    return this.#score("f1", average, zeroDivision);
  }

  /** Precision = tp/(tp + fp), in [0, 1]. */
  precision(average: Average, zeroDivision: ZeroDivision = 0): number {
    return this.#score("precision", average, zeroDivision);
  }

  /** Recall = tp/(tp + fn), in [0, 1]. */
  recall(average: Average, zeroDivision: ZeroDivision = 0): number {
    return this.#score("recall", average, zeroDivision);
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
    return this.#perExample(this.#exactMatches);
  }

  /** Mean number of predicted labels per example, in [0, classes]. */
  labelsPerExample(): number {
    const { tp, fp } = this.pooled();
    return this.#perExample(tp + fp);
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
    const example = this.exampleScores(zeroDivision);
    return {
      microF1: this.f1("micro", zeroDivision),
      macroF1: this.f1("macro", zeroDivision),
      weightedF1: this.f1("weighted", zeroDivision),
      samplesF1: this.f1("samples", zeroDivision),
      microPrecision: this.precision("micro", zeroDivision),
      microRecall: this.recall("micro", zeroDivision),
      macroPrecision: this.precision("macro", zeroDivision),
      macroRecall: this.recall("macro", zeroDivision),
      examplePrecision: example.precision,
      exampleRecall: example.recall,
      exampleF1: example.f1,
      accuracy: this.accuracy(),
      hammingLoss: this.hammingLoss(),
      subsetAccuracy: this.subsetAccuracy(),
      labelsPerExample: this.labelsPerExample(),
    };
  }

  #score(name: RatioName, average: Average, zeroDivision: ZeroDivision): number {
    checkAverage(average);
    checkZeroDivision(zeroDivision);
    this.#perExample(0);
    if (average === "samples") return this.#exampleMeans[name].mean(zeroDivision);
    const divide = (counts: Confusion) => ratioOf(countRatios[name], counts, zeroDivision);
    const pooled = this.pooled();
    const support = pooled.tp + pooled.fn;
    // With no true label there are no weights; scikit-learn's special case equals the pooled ratio.
    if (average === "micro" || (average === "weighted" && support === 0)) return divide(pooled);
    let total = 0;
    for (const counts of this.perClass()) {
      total += divide(counts) * (average === "weighted" ? counts.tp + counts.fn : 1);
    }
    return total / (average === "weighted" ? support : this.classes);
  }

  #perExample(total: number): number {
    if (this.#examples === 0) throw new RangeError("no example to score; update with at least one");
    return total / this.#examples;
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

function ratioOf(ratio: CountRatio, counts: Confusion, zeroDivision: ZeroDivision): number {
  const denominator = ratio.denominator(counts);
  return denominator === 0 ? zeroDivision : ratio.numerator(counts) / denominator;
}
