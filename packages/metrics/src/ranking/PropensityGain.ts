import type { LabelsAndScores } from "../curves/labelsAndScores.js";
import type { SortedSplit } from "../curves/SortedSplit.js";

/** The propensity-scored hits of one example at a time: those of its ranking, and the most that any ranking has. */
export class PropensityGain {
  readonly #weights: Float64Array;
  readonly #best: Float64Array;

  /** @param weights 1/propensity of each class */
  constructor(weights: Float64Array) {
    this.#weights = weights;
    this.#best = new Float64Array(weights.length);
  }

  /** Σ 1/pⱼ over the true labels among the k highest-scored; of labels tied for the last places, the mean over their orders. */
  hits({ labels, scores }: LabelsAndScores, row: number, split: SortedSplit, k: number): number {
    const { cols } = labels;
    const { score, above, tied } = lastPlaces(split, k);
    let [certain, shared] = [0, 0];
    for (let j = 0, entry = row * cols; j < cols; j++, entry++) {
      // Entries lie within both matrices and there are `cols` weights.
      if (labels.data[entry] === 0) continue;
      if (scores.data[entry]! > score) certain += this.#weights[j]!;
      else if (scores.data[entry] === score) shared += this.#weights[j]!;
    }
    return certain + shared * Math.min(1, (k - above) / tied);
  }

  /** Σ of the k greatest 1/pⱼ of the true labels. */
  bestHits({ labels }: LabelsAndScores, row: number, k: number): number {
    const { cols } = labels;
    let count = 0;
    for (let j = 0; j < cols; j++) {
      if (labels.data[row * cols + j] === 1) this.#best[count++] = this.#weights[j]!;
    }
    const rising = this.#best.subarray(0, count).sort();
    let sum = 0;
    for (let i = Math.max(0, count - k); i < count; i++) sum += rising[i]!;
    return sum;
  }
}

/** The score at rank k (or the lowest), how many labels are above it and how many have it. */
function lastPlaces(split: SortedSplit, k: number) {
  const { positives, negatives } = split;
  let [positive, negative] = [split.positiveCount, split.negativeCount];
  const labels = positive + negative;
  for (let above = 0; ; ) {
    // There is a label left: indices are checked against 0 before they are read.
    const best = positive > 0 ? positives[positive - 1]! : Number.NEGATIVE_INFINITY;
    const score = negative > 0 && negatives[negative - 1]! > best ? negatives[negative - 1]! : best;
    while (positive > 0 && positives[positive - 1]! === score) positive--;
    while (negative > 0 && negatives[negative - 1]! === score) negative--;
    const end = labels - positive - negative;
    if (end >= k || end === labels) return { score, above, tied: end - above };
    above = end;
  }
}
