import type { LabelMatrix } from "../Matrix.js";
import type { TuningMetric } from "./TuningMetric.js";

/** The F1 of a decision that starts empty and grows by one label at a time, each step in O(1). 0/0 counts as 0. */
export class GrowingF1 {
  readonly #labels: LabelMatrix;
  readonly #metric: TuningMetric;
  // One group of counts per class (macro), per example (samples, example) or for all entries (micro).
  readonly #tp: Float64Array;
  readonly #actual: Float64Array;
  readonly #predicted: Float64Array;
  #f1 = 0;
  #precision = 0;
  #recall = 0;

  constructor(labels: LabelMatrix, metric: TuningMetric) {
    const groups = metric === "micro" ? 1 : metric === "macro" ? labels.cols : labels.rows;
    this.#labels = labels;
    this.#metric = metric;
    this.#tp = new Float64Array(groups);
    this.#actual = new Float64Array(groups);
    this.#predicted = new Float64Array(groups);
    // Entries are within the data and groups within the counts.
    labels.data.forEach((label, entry) => {
      this.#actual[this.#groupOf(entry)]! += label;
    });
  }

  /** Predicts the label of an entry (row · cols + col) that was not predicted yet. */
  accept(entry: number): void {
    const group = this.#groupOf(entry);
    this.#addScores(group, -1);
    this.#predicted[group]! += 1;
    this.#tp[group]! += this.#labels.data[entry]!;
    this.#addScores(group, 1);
  }

  get value(): number {
    const { length } = this.#tp;
    if (this.#metric !== "example") return this.#f1 / length;
    const sum = this.#precision + this.#recall;
    return sum === 0 ? 0 : (2 * this.#precision * this.#recall) / sum / length;
  }

  /** Whether the F1 is above `value` by more than the rounding of the running sums, so that ties stay ties. */
  isAbove(value: number): boolean {
    return this.value > value + 1e-12;
  }

  #groupOf(entry: number): number {
    if (this.#metric === "micro") return 0;
    const { cols } = this.#labels;
    return this.#metric === "macro" ? entry % cols : Math.floor(entry / cols);
  }

  #addScores(group: number, sign: 1 | -1): void {
    const tp = this.#tp[group]!;
    if (tp === 0) return;
    const actual = this.#actual[group]!;
    const predicted = this.#predicted[group]!;
    this.#f1 += (sign * 2 * tp) / (actual + predicted);
    this.#precision += (sign * tp) / predicted;
    this.#recall += (sign * tp) / actual;
  }
}
