import type { LabelMatrix } from "../Matrix.js";
import type { GrowingScore } from "./GrowingScore.js";
import type { TuningMetric } from "./TuningMetric.js";

/** The F1 of a decision over groups of entries as it grows; each step in O(1). */
export class GrowingF1 implements GrowingScore {
  readonly #labels: LabelMatrix;
  readonly #metric: Exclude<TuningMetric, "micro">;
  // One group of counts per class (macro) or per example (samples, example).
  readonly #tp: Float64Array;
  readonly #actual: Float64Array;
  readonly #predicted: Float64Array;
  #f1 = 0;
  #precision = 0;
  #recall = 0;

  constructor(labels: LabelMatrix, metric: Exclude<TuningMetric, "micro">) {
    const groups = metric === "macro" ? labels.cols : labels.rows;
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

  #groupOf(entry: number): number {
    const { cols } = this.#labels;
    return this.#metric === "macro" ? entry % cols : Math.floor(entry / cols);
  }

  #addScores(group: number, sign: 1 | -1): void {
    const tp = this.#tp[group]!;
    if (tp === 0) return;
    const actual = this.#actual[group]!;
    const predicted = this.#predicted[group]!;
    if (this.#metric === "example") {
      this.#precision += (sign * tp) / predicted;
      this.#recall += (sign * tp) / actual;
    } else {
      this.#f1 += (sign * 2 * tp) / (actual + predicted);
    }
  }
}
