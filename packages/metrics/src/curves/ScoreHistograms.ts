import {
  anyCount,
  countWithin,
  finite,
  notNegative,
  positiveInteger,
  sumWithin,
} from "../checks/NumberKind.js";
import type { JsonFields } from "../json/JsonFields.js";
import type { BinnedCurvesJson } from "./BinnedCurvesJson.js";
import type { BinnedCurvesOptions } from "./BinnedCurvesOptions.js";
import type { LabelsAndScores } from "./labelsAndScores.js";

/** The histograms of one class, or of all classes pooled: one entry per bin, by rising score. */
export interface ScoreHistogram {
  /** True labels. */
  readonly positives: Float64Array;
  /** False labels. */
  readonly negatives: Float64Array;
  /** Sum of the scores. */
  readonly scores: Float64Array;
}

/** Per class a histogram of the scores of true and of false labels, and the sum of the squared errors. */
export class ScoreHistograms {
  readonly classes: number;
  readonly bins: number;
  readonly low: number;
  readonly high: number;
  readonly squaredErrors: Float64Array;
  examples = 0;
  // Each [classes × bins].
  readonly #all: ScoreHistogram;

  constructor(classes: number, { bins, range: [low, high] }: Required<BinnedCurvesOptions>) {
    this.classes = classes;
    this.bins = bins;
    this.low = low;
    this.high = high;
    this.squaredErrors = new Float64Array(classes);
    this.#all = emptyHistogram(classes * bins);
  }

  /** @throws TypeError naming the field that is missing or wrong */
  static fromJson(fields: JsonFields): ScoreHistograms {
    const [classes, bins] = ["classes", "bins"].map((key) =>
      fields.number(key, positiveInteger),
    ) as [number, number];
    const [low, high] = fields.numbers("range", finite, 2) as [number, number];
    const examples = fields.number("examples", anyCount);
    const [positives, negatives] = ["positives", "negatives"].map((key) =>
      fields.numbers(key, countWithin(0, examples), classes * bins),
    ) as [number[], number[]];
    for (let j = 0; j < classes; j++) {
      let labels = 0;
      // Both have `bins` entries per class.
      for (let b = j * bins; b < (j + 1) * bins; b++) labels += positives[b]! + negatives[b]!;
      if (labels !== examples) {
        fields.wrong("examples", `${labels}, the positives and negatives of class ${j}`);
      }
    }
    const scores = fields.numbers("scores", finite, classes * bins);
    scores.forEach((score, cell) => {
      // A bin of [0, 1] has scores between its edges; the outer bins of another range have scores beyond.
      const count = positives[cell]! + negatives[cell]!;
      const unit = low === 0 && high === 1;
      if (count > 0 && !unit) return;
      const edge = (cell % bins) / bins;
      const within = sumWithin(count * edge, count * (edge + 1 / bins));
      if (!within.accepts(score)) fields.wrong(`scores[${cell}]`, within.expected, score);
    });
    const squaredErrors = fields.numbers("squaredErrors", notNegative, classes);
    const histograms = new ScoreHistograms(classes, { bins, range: [low, high] });
    histograms.examples = examples;
    histograms.squaredErrors.set(squaredErrors);
    histograms.#all.positives.set(positives);
    histograms.#all.negatives.set(negatives);
    histograms.#all.scores.set(scores);
    return histograms;
  }

  toJSON(): BinnedCurvesJson {
    const { positives, negatives, scores } = this.#all;
    return {
      classes: this.classes,
      bins: this.bins,
      range: [this.low, this.high],
      examples: this.examples,
      positives: [...positives],
      negatives: [...negatives],
      scores: [...scores],
      squaredErrors: [...this.squaredErrors],
    };
  }

  add({ labels, scores }: LabelsAndScores): void {
    const { rows, cols } = labels;
    const [truth, score] = [labels.data, scores.data];
    const { bins, low, squaredErrors } = this;
    const { positives, negatives, scores: sums } = this.#all;
    // For [0, 1] this is the number of bins and s · perUnit exact, so that coarser binnings nest.
    const perUnit = bins / (this.high - low);
    for (let row = 0, k = 0; row < rows; row++) {
      for (let j = 0; j < cols; j++, k++) {
        // k is an entry of both, and the bin is clamped to those of class j.
        const s = score[k]!;
        const label = truth[k]!;
        const bin = Math.min(bins, Math.max(1, Math.ceil((s - low) * perUnit))) - 1;
        const cell = j * bins + bin;
        positives[cell]! += label;
        negatives[cell]! += 1 - label;
        sums[cell]! += s;
        squaredErrors[j]! += (s - label) * (s - label);
      }
    }
    this.examples += rows;
  }

  merge(other: ScoreHistograms): void {
    addHistogram(this.#all, other.#all);
    addTo(this.squaredErrors, other.squaredErrors);
    this.examples += other.examples;
  }

  ofClass(j: number): ScoreHistogram {
    const [start, end] = [j * this.bins, (j + 1) * this.bins];
    return {
      positives: this.#all.positives.subarray(start, end),
      negatives: this.#all.negatives.subarray(start, end),
      scores: this.#all.scores.subarray(start, end),
    };
  }

  pooled(): ScoreHistogram {
    const pooled = emptyHistogram(this.bins);
    for (let j = 0; j < this.classes; j++) addHistogram(pooled, this.ofClass(j));
    return pooled;
  }

  /** Those of each class, or the pooled one alone. */
  sets(pooled: boolean): ScoreHistogram[] {
    if (pooled) return [this.pooled()];
    return Array.from({ length: this.classes }, (_, j) => this.ofClass(j));
  }
}

function emptyHistogram(bins: number): ScoreHistogram {
  return {
    positives: new Float64Array(bins),
    negatives: new Float64Array(bins),
    scores: new Float64Array(bins),
  };
}

function addHistogram(sums: ScoreHistogram, terms: ScoreHistogram): void {
  addTo(sums.positives, terms.positives);
  addTo(sums.negatives, terms.negatives);
  addTo(sums.scores, terms.scores);
}

function addTo(sums: Float64Array, terms: Float64Array): void {
  // Both have equal length.
  for (let i = 0; i < sums.length; i++) sums[i]! += terms[i]!;
}
