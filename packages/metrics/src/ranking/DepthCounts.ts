import { checkNumber } from "../checks/checkNumber.js";
import { notNegative, positiveInteger, sumWithin } from "../checks/NumberKind.js";
import type { LabelsAndScores } from "../curves/labelsAndScores.js";
import type { SortedSplit } from "../curves/SortedSplit.js";
import type { JsonFields } from "../json/JsonFields.js";
import { logDiscounts } from "./logDiscounts.js";
import { ndcg } from "./ndcg.js";
import type { PropensityGain } from "./PropensityGain.js";
import { tieAveragedGain } from "./tieAveragedGain.js";
import { topDiscounts } from "./topDiscounts.js";

/** The sums over examples of the scores at one k. */
export interface DepthCountsJson {
  readonly k: number;
  /** True labels among the k highest-scored. */
  readonly hits: number;
  readonly recall: number;
  readonly ndcg: number;
  /** Σ 1/propensity of the hits, and of those of the best ranking; 0 without propensities. */
  readonly weightedHits: number;
  readonly bestWeightedHits: number;
}

/** The running sums of the scores at one k. */
export class DepthCounts {
  hits = 0;
  recall = 0;
  ndcg = 0;
  weightedHits = 0;
  bestWeightedHits = 0;
  readonly #k: number;
  readonly #top: Float64Array;
  readonly #log: Float64Array;

  constructor(classes: number, k: number) {
    checkNumber("k", k, positiveInteger);
    this.#k = k;
    this.#top = topDiscounts(classes, k);
    this.#log = logDiscounts(classes, k);
  }

  /** Takes in the example of a row, whose ranking is in the split. */
  add(pair: LabelsAndScores, row: number, split: SortedSplit, gain?: PropensityGain): void {
    if (split.positiveCount === 0) return;
    const hits = tieAveragedGain(split, this.#top, this.#k);
    this.hits += hits;
    this.recall += hits / split.positiveCount;
    this.ndcg += ndcg(split, this.#log, this.#k);
    if (gain === undefined) return;
    this.weightedHits += gain.hits(pair, row, split, this.#k);
    this.bestWeightedHits += gain.bestHits(pair, row, this.#k);
  }

  merge(other: DepthCounts): void {
    this.hits += other.hits;
    this.recall += other.recall;
    this.ndcg += other.ndcg;
    this.weightedHits += other.weightedHits;
    this.bestWeightedHits += other.bestWeightedHits;
  }

  /** Sets the sums to what `toJSON` gave, of so many examples with true labels. */
  read(fields: JsonFields, examples: number, classes: number): void {
    this.hits = fields.number("hits", sumWithin(0, examples * Math.min(this.#k, classes)));
    this.recall = fields.number("recall", sumWithin(0, examples));
    this.ndcg = fields.number("ndcg", sumWithin(0, examples));
    this.bestWeightedHits = fields.number("bestWeightedHits", notNegative);
    this.weightedHits = fields.number("weightedHits", sumWithin(0, this.bestWeightedHits));
  }

  toJSON(): DepthCountsJson {
    const { hits, recall, ndcg, weightedHits, bestWeightedHits } = this;
    return { k: this.#k, hits, recall, ndcg, weightedHits, bestWeightedHits };
  }
}
