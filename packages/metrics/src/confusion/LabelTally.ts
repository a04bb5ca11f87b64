import { checkLabels } from "../checks/checkLabels.js";
import type { LabelMatrix } from "../Matrix.js";
import type { ConfusionCountsJson } from "./ConfusionCountsJson.js";
import { countLabels } from "./countLabels.js";
import { fbeta, jaccard, precision, recall } from "./countScores.js";
import { ExampleMean } from "./ExampleMean.js";

/** What `ConfusionCounts` remembers of its examples: counts per class, and sums over examples. */
export class LabelTally {
  examples = 0;
  /** Examples whose labels are all right. */
  exactMatches = 0;
  /** Examples with as many predicted labels as true ones. */
  rightCounts = 0;
  /** The sum over examples of |predicted labels − true labels|. */
  countError = 0;
  /** Per class: true positives, true labels, predicted labels. */
  readonly tp: Float64Array;
  readonly actual: Float64Array;
  readonly predicted: Float64Array;
  readonly precision = new ExampleMean();
  readonly recall = new ExampleMean();
  readonly jaccard = new ExampleMean();
  /** The mean of the examples' Fβ, by β. */
  readonly fbeta: ReadonlyMap<number, ExampleMean>;
  readonly #betas: readonly number[];
  readonly #fbetaMeans: readonly ExampleMean[];

  constructor(classes: number, betas: Iterable<number>) {
    this.tp = new Float64Array(classes);
    this.actual = new Float64Array(classes);
    this.predicted = new Float64Array(classes);
    this.fbeta = new Map(Array.from(betas, (beta) => [beta, new ExampleMean()]));
    this.#betas = [...this.fbeta.keys()];
    this.#fbetaMeans = [...this.fbeta.values()];
  }

  /**
   * Takes in two matrices of one shape, whose entries it checks in the same pass.
   * @throws RangeError when an entry is not 0 or 1; the tally is then spoilt
   */
  add(yTrue: LabelMatrix, yPred: LabelMatrix): void {
    const valid = countLabels(yTrue, yPred, this, (tp, actual, predicted) => {
      this.#addExample(tp, actual, predicted);
    });
    if (!valid) {
      checkLabels(yTrue, "yTrue");
      checkLabels(yPred, "yPred");
    }
  }

  /** Takes in a tally of as many classes that has all the βs of this one. */
  merge(other: LabelTally): void {
    this.examples += other.examples;
    this.exactMatches += other.exactMatches;
    this.rightCounts += other.rightCounts;
    this.countError += other.countError;
    addTo(this.tp, other.tp);
    addTo(this.actual, other.actual);
    addTo(this.predicted, other.predicted);
    this.precision.merge(other.precision);
    this.recall.merge(other.recall);
    this.jaccard.merge(other.jaccard);
    // The other tally has the β, as the caller checked.
    for (const [beta, mean] of this.fbeta) mean.merge(other.fbeta.get(beta)!);
  }

  toJSON(): ConfusionCountsJson {
    return {
      classes: this.tp.length,
      examples: this.examples,
      exactMatches: this.exactMatches,
      rightCounts: this.rightCounts,
      countError: this.countError,
      tp: [...this.tp],
      actual: [...this.actual],
      predicted: [...this.predicted],
      precision: this.precision.toJSON(),
      recall: this.recall.toJSON(),
      jaccard: this.jaccard.toJSON(),
      fbeta: Array.from(this.fbeta, ([beta, mean]) => ({
        beta: beta === Number.POSITIVE_INFINITY ? "Infinity" : beta,
        ...mean.toJSON(),
      })),
    };
  }

  #addExample(tp: number, actual: number, predicted: number): void {
    this.examples++;
    if (tp === actual && tp === predicted) this.exactMatches++;
    if (actual === predicted) this.rightCounts++;
    this.countError += Math.abs(predicted - actual);
    this.precision.add(precision(tp, actual, predicted));
    this.recall.add(recall(tp, actual, predicted));
    this.jaccard.add(jaccard(tp, actual, predicted));
    // Not over the map, whose iterator would allocate an entry for every example.
    for (let b = 0; b < this.#betas.length; b++) {
      this.#fbetaMeans[b]!.add(fbeta(this.#betas[b]!, tp, actual, predicted));
    }
  }
}

/** Both have one entry per class. */
function addTo(sums: Float64Array, counts: Float64Array): void {
  for (let j = 0; j < sums.length; j++) sums[j]! += counts[j]!;
}
