import type { LabelsAndScores } from "./labelsAndScores.js";
import { ScoreSorter } from "./ScoreSorter.js";

/**
 * The scores of a set of entries, split into those of true labels and those of false ones, each in rising order. Every
 * ranking measure depends on the scores through these two lists alone. Buffers are kept from one load to the next.
 */
export class SortedSplit {
  /** Scores of true labels: the first `positiveCount`. */
  readonly positives: Float32Array;
  /** Scores of false labels: the first `negativeCount`. */
  readonly negatives: Float32Array;
  positiveCount = 0;
  negativeCount = 0;
  readonly #sorter: ScoreSorter;

  /** @param capacity the greatest number of entries in one load */
  constructor(capacity: number) {
    this.positives = new Float32Array(capacity);
    this.negatives = new Float32Array(capacity);
    this.#sorter = new ScoreSorter(capacity);
  }

  /** Takes the `count` entries at start, start + stride, start + 2 · stride, … in place of those it holds. */
  load({ labels, scores }: LabelsAndScores, start: number, stride: number, count: number): this {
    const [label, score] = [labels.data, scores.data];
    const { positives, negatives } = this;
    let [p, n] = [0, 0];
    for (let i = 0, k = start; i < count; i++, k += stride) {
      // k is an entry of both matrices. Both lists are written and one of them grows: without a branch to mispredict.
      positives[p] = score[k]!;
      negatives[n] = score[k]!;
      p += label[k]!;
      n += 1 - label[k]!;
    }
    this.positiveCount = p;
    this.negativeCount = n;
    this.#sorter.sort(positives, p);
    this.#sorter.sort(negatives, n);
    return this;
  }
}
