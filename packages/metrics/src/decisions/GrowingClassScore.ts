import type { ClassMetric } from "./ClassMetric.js";
import type { GrowingScore } from "./GrowingScore.js";

/** The figure of one class, or of all entries pooled, as the decision grows; each step in O(1). */
export class GrowingClassScore implements GrowingScore {
  readonly #labels: Uint8Array;
  readonly #metric: ClassMetric;
  /** 1/(1 + β²): Fβ is tp over the mean of the actual and predicted positives with this weight. */
  readonly #predictedWeight: number;
  readonly #actual: number;
  #tp = 0;
  #predicted = 0;

  constructor(labels: Uint8Array, metric: ClassMetric) {
    this.#labels = labels;
    this.#metric = metric;
    this.#predictedWeight = 1 / (1 + (typeof metric === "object" ? metric.fbeta : 1) ** 2);
    this.#actual = labels.reduce((sum, label) => sum + label, 0);
  }

  accept(entry: number): void {
    this.#predicted += 1;
    // An entry is one of the labels.
    this.#tp += this.#labels[entry]!;
  }

  get value(): number {
    return this.#metric === "mcc" ? this.#mcc() : this.#fbeta();
  }

  #fbeta(): number {
    if (this.#tp === 0) return 0;
    const weight = this.#predictedWeight;
    return this.#tp / ((1 - weight) * this.#actual + weight * this.#predicted);
  }

  #mcc(): number {
    const { length } = this.#labels;
    const [actual, predicted] = [this.#actual, this.#predicted];
    const scale =
      Math.sqrt(actual * (length - actual)) * Math.sqrt(predicted * (length - predicted));
    return scale === 0 ? 0 : (this.#tp * length - actual * predicted) / scale;
  }
}
