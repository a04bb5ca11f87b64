import { checkedOptions } from "../checks/checkedOptions.js";
import { checkList } from "../checks/checkList.js";
import { checkMergeable } from "../checks/checkMergeable.js";
import { checkNumber } from "../checks/checkNumber.js";
import { checkZeroDivision } from "../checks/checkZeroDivision.js";
import { anyCount, countWithin, finite, positiveInteger, sumWithin } from "../checks/NumberKind.js";
import { show } from "../checks/show.js";
import type { ZeroDivision } from "../confusion/ZeroDivision.js";
import { labelsAndScores } from "../curves/labelsAndScores.js";
import { SortedSplit } from "../curves/SortedSplit.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import { labelMatrix } from "../inputs/labelMatrix.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import { JsonFields } from "../json/JsonFields.js";
import { coverage } from "./coverage.js";
import { DepthCounts } from "./DepthCounts.js";
import { inversePropensities } from "./inversePropensities.js";
import { PropensityGain } from "./PropensityGain.js";
import type { RankingCountsJson } from "./RankingCountsJson.js";
import type { RankingCountsOptions } from "./RankingCountsOptions.js";
import { rankingLoss } from "./rankingLoss.js";
import { rankingPrecision } from "./rankingPrecision.js";
import { tieAveragedGain } from "./tieAveragedGain.js";
import { topDiscounts } from "./topDiscounts.js";

/**
 * The streaming form of every score of the examples' rankings: running sums, one sort per example. It takes batches in any
 * order and number; its memory is O(classes · depths) whatever the number of examples. Merging the counts of two
 * parts equals counting both at once, to the rounding of a sum in another order.
 *
 * Each score is that of the function of the same name. Asking for one before any example has been taken in throws a
 * RangeError.
 */
export class RankingCounts {
  /** Number of classes. */
  readonly classes: number;
  readonly #split: SortedSplit;
  readonly #top: Float64Array;
  readonly #propensities: readonly number[] | undefined;
  readonly #gain: PropensityGain | undefined;
  readonly #depths: Map<number, DepthCounts>;
  #examples = 0;
  #withoutLabels = 0;
  #coverage = 0;
  #precision = 0;
  #loss = 0;
  #topHits = 0;

  /**
   * @param classes number of classes, at least 1
   * @throws RangeError when it or a k is not a positive integer, or the propensities do not fit
   */
  constructor(classes: number, options: RankingCountsOptions = {}) {
    const { k = [1, 3, 5], propensities } = checkedOptions(options, "k", "propensities");
    checkNumber("classes", classes, positiveInteger);
    checkList("k", k);
    this.classes = classes;
    this.#split = new SortedSplit(classes);
    this.#top = topDiscounts(classes, 1);
    this.#propensities = propensities && Array.from(propensities);
    this.#gain = propensities && new PropensityGain(inversePropensities(propensities, classes));
    this.#depths = new Map(k.map((depth) => [depth, new DepthCounts(classes, depth)]));
  }

  /**
   * The counts of one pair of labels and scores.
   * @throws RangeError as the constructor and `update`
   */
  static of(
    yTrue: LabelInput,
    yScore: ScoreInput,
    options: RankingCountsOptions = {},
  ): RankingCounts {
    const labels = labelMatrix("yTrue", yTrue);
    return new RankingCounts(labels.cols, options).update(labels, yScore);
  }

  /**
   * The counts that `JSON.stringify(counts)` wrote, to be merged with those of other parts of the data.
   * @param json the text, or the value that `JSON.parse` gives for it
   * @throws SyntaxError when the text is no JSON; TypeError or RangeError naming the field that is missing or wrong
   */
  static fromJson(json: unknown): RankingCounts {
    const fields: JsonFields = JsonFields.parse("the JSON of RankingCounts", json);
    const classes = fields.number("classes", positiveInteger);
    const depths = fields.objects("depths");
    const k = depths.map((depth) => depth.number("k", positiveInteger));
    if (new Set(k).size !== k.length) fields.wrong("depths", "sums for different k");
    const propensities =
      fields.value("propensities") === null
        ? null
        : fields.numbers("propensities", finite, classes);
    const counts = new RankingCounts(classes, { k, ...(propensities && { propensities }) });
    const examples = fields.number("examples", anyCount);
    const withoutLabels = fields.number("withoutLabels", countWithin(0, examples));
    const labelled = examples - withoutLabels;
    counts.#examples = examples;
    counts.#withoutLabels = withoutLabels;
    counts.#coverage = fields.number("coverage", countWithin(labelled, labelled * classes));
    counts.#precision = fields.number("precision", sumWithin(withoutLabels, examples));
    counts.#loss = fields.number("loss", sumWithin(0, labelled));
    counts.#topHits = fields.number("topHits", sumWithin(0, labelled));
    // One object per depth, in their order.
    [...counts.#depths.values()].forEach((depth, i) => {
      depth.read(depths[i]!, labelled, classes);
    });
    if (propensities === null) {
      for (const depth of depths) depth.number("bestWeightedHits", sumWithin(0, 0));
    }
    return counts;
  }

  /** All that was counted, in plain numbers: `RankingCounts.fromJson` reads it back without loss. */
  toJSON(): RankingCountsJson {
    return {
      classes: this.classes,
      propensities: this.#propensities ?? null,
      examples: this.#examples,
      withoutLabels: this.#withoutLabels,
      coverage: this.#coverage,
      precision: this.#precision,
      loss: this.#loss,
      topHits: this.#topHits,
      depths: Array.from(this.#depths.values(), (depth) => depth.toJSON()),
    };
  }

  /** Number of examples taken in. */
  get examples(): number {
    return this.#examples;
  }

  /**
   * Takes in a batch [examples × classes] of true labels and scores, any finite numbers.
   * @throws RangeError when the shapes differ from each other or from `classes`, a label is not 0 or 1, or a score is not
   *   finite; nothing is then counted
   */
  update(yTrue: LabelInput, yScore: ScoreInput): this {
    const pair = labelsAndScores(yTrue, yScore, { anyReal: true });
    const { rows, cols } = pair.labels;
    this.#checkClasses(cols, "yTrue");
    const split = this.#split;
    for (let row = 0; row < rows; row++) {
      split.load(pair, row * cols, 1, cols);
      if (split.positiveCount === 0) this.#withoutLabels++;
      this.#coverage += coverage(pair, row);
      this.#precision += rankingPrecision(split);
      this.#loss += rankingLoss(split);
      this.#topHits += tieAveragedGain(split, this.#top, 1);
      for (const depth of this.#depths.values()) depth.add(pair, row, split, this.#gain);
    }
    this.#examples += rows;
    return this;
  }

  /**
   * Takes in everything that `other` has counted; `other` stays as it is.
   * @throws RangeError when the numbers of classes, the k or the propensities differ; TypeError when `other` is no
   *   RankingCounts
   */
  merge(other: RankingCounts): this {
    checkMergeable(other, RankingCounts, "RankingCounts");
    this.#checkClasses(other.classes, "the other RankingCounts");
    const [mine, others] = [[...this.#depths.keys()].join(), [...other.#depths.keys()].join()];
    if (mine !== others) {
      throw new RangeError(`the other RankingCounts has k ${others}; this one has ${mine}`);
    }
    if (this.#propensities?.join() !== other.#propensities?.join()) {
      throw new RangeError("the other RankingCounts has other propensities than this one");
    }
    // Both have the same depths.
    for (const [k, depth] of this.#depths) depth.merge(other.#depths.get(k)!);
    this.#examples += other.#examples;
    this.#withoutLabels += other.#withoutLabels;
    this.#coverage += other.#coverage;
    this.#precision += other.#precision;
    this.#loss += other.#loss;
    this.#topHits += other.#topHits;
    return this;
  }

  /** See the function `coverageError`. */
  coverageError(): number {
    return this.#perExample(this.#coverage);
  }

  /** See `labelRankingAveragePrecisionScore`. */
  labelRankingAveragePrecisionScore(): number {
    return this.#perExample(this.#precision);
  }

  /** See `labelRankingLoss`. */
  labelRankingLoss(): number {
    return this.#perExample(this.#loss);
  }

  /** See `oneError`. */
  oneError(): number {
    return 1 - this.#perExample(this.#topHits);
  }

  /** See `precisionAtK`; k must be one of those of the constructor. */
  precisionAtK(k: number): number {
    return this.#perExample(this.#at(k).hits / k);
  }

  /** See `recallAtK`; k must be one of those of the constructor. */
  recallAtK(k: number, zeroDivision: ZeroDivision = 0): number {
    checkZeroDivision(zeroDivision);
    return this.#perExample(this.#at(k).recall + zeroDivision * this.#withoutLabels);
  }

  /** See `ndcgAtK`; k must be one of those of the constructor. */
  ndcgAtK(k: number): number {
    return this.#perExample(this.#at(k).ndcg);
  }

  /**
   * See `propensityScoredPrecisionAtK`; k must be one of those of the constructor.
   * @throws RangeError when the constructor was given no propensities
   */
  propensityScoredPrecisionAtK(k: number, options: { readonly normalised?: boolean } = {}): number {
    const { normalised = true } = checkedOptions(options, "normalised");
    if (this.#propensities === undefined) {
      throw new RangeError("no propensities; give them to the constructor of RankingCounts");
    }
    const { weightedHits, bestWeightedHits } = this.#at(k);
    const mean = this.#perExample(weightedHits / k);
    if (!normalised) return mean;
    return bestWeightedHits === 0 ? 0 : weightedHits / bestWeightedHits;
  }

  #at(k: number): DepthCounts {
    const depth = this.#depths.get(k);
    if (depth !== undefined) return depth;
    throw new RangeError(
      `k is ${show(k)}; this RankingCounts counts at ${[...this.#depths.keys()].join(", ")}`,
    );
  }

  #perExample(total: number): number {
    if (this.#examples === 0) throw new RangeError("no example to score; update with at least one");
    return total / this.#examples;
  }

  #checkClasses(cols: number, name: string): void {
    if (cols !== this.classes) {
      throw new RangeError(`${name} has ${cols} classes; this RankingCounts has ${this.classes}`);
    }
  }
}
