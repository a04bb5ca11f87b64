import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labels, scoredLabels, scores, select } from "../matrices.test.support.js";
import { coverageError } from "./coverageError.js";
import { labelRankingAveragePrecisionScore } from "./labelRankingAveragePrecisionScore.js";
import { labelRankingLoss } from "./labelRankingLoss.js";
import { ndcgAtK } from "./ndcgAtK.js";
import { oneError } from "./oneError.js";
import { precisionAtK } from "./precisionAtK.js";
import { propensityScoredPrecisionAtK } from "./propensityScoredPrecisionAtK.js";
import { RankingCounts } from "./RankingCounts.js";
import { recallAtK } from "./recallAtK.js";

const k = [1, 2, 9];
const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const propensitiesOf = (classes: number) => range(classes).map((j) => 1 / (j + 1));

function figures(counts: RankingCounts): number[] {
  return [
    counts.coverageError(),
    counts.labelRankingAveragePrecisionScore(),
    counts.labelRankingLoss(),
    counts.oneError(),
    ...k.flatMap((depth) => [
      counts.precisionAtK(depth),
      counts.recallAtK(depth),
      counts.recallAtK(depth, 1),
      counts.ndcgAtK(depth),
      counts.propensityScoredPrecisionAtK(depth),
      counts.propensityScoredPrecisionAtK(depth, { normalised: false }),
    ]),
  ];
}

function expectClose(actual: number[], expected: number[]) {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => {
    expect(value, `figure ${i}`).toBeCloseTo(expected[i] ?? Number.NaN, 12);
  });
}

describe("RankingCounts", () => {
  it("has every score as its function has it", () => {
    fc.assert(
      fc.property(scoredLabels, ({ yTrue, yScore }) => {
        const propensities = propensitiesOf(yTrue.cols);
        const counts = RankingCounts.of(yTrue, yScore, { k, propensities });
        expectClose(figures(counts), [
          coverageError(yTrue, yScore),
          labelRankingAveragePrecisionScore(yTrue, yScore),
          labelRankingLoss(yTrue, yScore),
          oneError(yTrue, yScore),
          ...k.flatMap((depth) => [
            precisionAtK(yTrue, yScore, { k: depth }),
            recallAtK(yTrue, yScore, { k: depth }),
            recallAtK(yTrue, yScore, { k: depth, zeroDivision: 1 }),
            ndcgAtK(yTrue, yScore, { k: depth }),
            propensityScoredPrecisionAtK(yTrue, yScore, propensities, { k: depth }),
            propensityScoredPrecisionAtK(yTrue, yScore, propensities, {
              k: depth,
              normalised: false,
            }),
          ]),
        ]);
      }),
    );
  });

  it("merges and updates into the scores of all examples at once", () => {
    fc.assert(
      fc.property(scoredLabels, fc.nat(12), ({ yTrue, yScore }, cut) => {
        const options = { k, propensities: propensitiesOf(yTrue.cols) };
        const parts = [range(yTrue.rows).slice(0, cut), range(yTrue.rows).slice(cut)];
        const [first, second] = parts.map((rows) =>
          RankingCounts.of(select(yTrue, rows), select(yScore, rows), options),
        ) as [RankingCounts, RankingCounts];
        const updated = new RankingCounts(yTrue.cols, options);
        for (const rows of parts) updated.update(select(yTrue, rows), select(yScore, rows));
        const whole = RankingCounts.of(yTrue, yScore, options);
        for (const counts of [first.merge(second), updated]) {
          expect(counts.examples).toBe(yTrue.rows);
          expectClose(figures(counts), figures(whole));
        }
      }),
    );
  });

  it("goes through JSON without loss, so that parts counted apart merge as if counted here", () => {
    fc.assert(
      fc.property(scoredLabels, fc.nat(12), fc.boolean(), ({ yTrue, yScore }, cut, weighted) => {
        // 1/(1/p) is not always p.
        const propensities = range(yTrue.cols).map((j) => 0.55 ** (j + 1));
        const options = weighted ? { k, propensities } : { k };
        const [first, second] = [range(yTrue.rows).slice(0, cut), range(yTrue.rows).slice(cut)].map(
          (rows) => RankingCounts.of(select(yTrue, rows), select(yScore, rows), options),
        ) as [RankingCounts, RankingCounts];
        const json = JSON.stringify(second);
        const restored = [json, JSON.parse(json)].map((given) => RankingCounts.fromJson(given));
        expect(restored.map((counts) => JSON.stringify(counts))).toEqual([json, json]);
        const merged = restored.map((counts) =>
          JSON.stringify(RankingCounts.fromJson(JSON.stringify(first)).merge(counts)),
        );
        first.merge(second);
        expect(merged).toEqual([JSON.stringify(first), JSON.stringify(first)]);
        if (weighted)
          expect(figures(RankingCounts.fromJson(first.toJSON()))).toEqual(figures(first));
        // The restored counts go on counting.
        const [part, whole] = [RankingCounts.fromJson(first.toJSON()), first].map((counts) =>
          JSON.stringify(counts.update(yTrue, yScore)),
        );
        expect(part).toBe(whole);
      }),
    );
  });

  it("counts at 1, 3 and 5 by default", () => {
    const counts = RankingCounts.of(labels([1, 0]), scores([2, 1]));
    expect([1, 3, 5].map((depth) => counts.precisionAtK(depth))).toEqual([1, 1 / 3, 1 / 5]);
    expect(() => counts.precisionAtK(2)).toThrow("k is 2; this RankingCounts counts at 1, 3, 5");
  });
});

describe("RankingCounts refuses", () => {
  const counts = RankingCounts.of(labels([1, 0]), scores([2, 1]));

  it("other numbers of classes, depths and propensities", () => {
    expect(() => counts.update(labels([1]), scores([1]))).toThrow("yTrue has 1 classes");
    expect(() => counts.merge(new RankingCounts(3))).toThrow("has 3 classes");
    expect(() => counts.merge(new RankingCounts(2, { k: [1] }))).toThrow(
      "the other RankingCounts has k 1; this one has 1,3,5",
    );
    expect(() => counts.merge(new RankingCounts(2, { propensities: [1, 1] }))).toThrow(
      "other propensities",
    );
    expect(() => counts.merge(counts.toJSON() as unknown as RankingCounts)).toThrow(
      "merge takes a RankingCounts",
    );
    expect(() => new RankingCounts(0)).toThrow("classes is 0");
    expect(() => new RankingCounts(1, { k: [0] })).toThrow("k is 0");
    expect(() => new RankingCounts(1, { propensities: [] })).toThrow(
      "0 propensities for 1 classes",
    );
  });

  it("a batch with an entry out of range, counting nothing", () => {
    expect(() => counts.update(labels([1, 0]), scores([1, Number.NaN]))).toThrow(
      "yScore is NaN at row 0, column 1",
    );
    expect(counts.examples).toBe(1);
  });

  const json = RankingCounts.of(labels([1, 0]), scores([2, 1]), {
    k: [1],
    propensities: [0.5, 1],
  }).toJSON();

  it.each<[object, string]>([
    [{ classes: 0 }, "classes is 0; expected a positive integer"],
    [{ classes: 3 }, "propensities has 2 entries; expected 3 numbers"],
    [{ propensities: undefined }, "propensities is undefined; expected an array of 2 numbers"],
    [{ propensities: [0.5, 2] }, "propensities is 2 at column 1; expected a number in (0, 1]"],
    [{ examples: 1.5 }, "examples is 1.5"],
    [{ withoutLabels: 2 }, "withoutLabels is 2; expected an integer from 0 to 1"],
    [{ coverage: null }, "coverage is null; expected an integer from 1 to 2"],
    [{ precision: -1 }, "precision is -1"],
    [{ coverage: 3 }, "coverage is 3; expected an integer from 1 to 2"],
    [{ precision: 2 }, "precision is 2; expected a number from 0 to 1"],
    [{ loss: 100 }, "loss is 100; expected a number from 0 to 1"],
    [{ topHits: 2 }, "topHits is 2; expected a number from 0 to 1"],
    [{ depths: [{ ...json.depths[0], hits: 2 }] }, "depths[0].hits is 2; expected a number from 0"],
    [{ depths: [{ ...json.depths[0], recall: 2 }] }, "depths[0].recall is 2"],
    [{ depths: [{ ...json.depths[0], weightedHits: 3 }] }, "depths[0].weightedHits is 3"],
    [{ propensities: null }, "depths[0].bestWeightedHits is 2; expected 0"],
    [{ loss: "0" }, 'loss is "0"'],
    [{ topHits: undefined }, "topHits is undefined"],
    [{ depths: null }, "depths is null; expected an array of objects"],
    [{ depths: [1] }, "depths[0] is 1; expected an object"],
    [{ depths: [{ ...json.depths[0], k: 0 }] }, "depths[0].k is 0"],
    [{ depths: [...json.depths, ...json.depths] }, "expected sums for different k"],
    [{ depths: [{ ...json.depths[0], ndcg: -1 }] }, "depths[0].ndcg is -1"],
  ])("JSON with %j, naming the field", (wrong, message) => {
    expect(() => RankingCounts.fromJson({ ...json, ...wrong })).toThrow(message);
  });

  it("a score of no examples, and one that needs propensities", () => {
    expect(() => new RankingCounts(2).coverageError()).toThrow("no example to score");
    expect(() => counts.propensityScoredPrecisionAtK(1)).toThrow("no propensities");
  });
});
