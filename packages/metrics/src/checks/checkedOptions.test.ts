import { describe, expect, it } from "vitest";
import {
  averagePrecisionScore,
  BinnedCurves,
  bootstrapInterval,
  bootstrapSums,
  brierScore,
  ConfusionCounts,
  classificationReport,
  count,
  criticalDifferenceDiagram,
  exampleScores,
  expectedCalibrationError,
  expectedFbeta,
  expectedFMaximizer,
  f1Score,
  fbetaScore,
  friedmanTest,
  gfm,
  jaccardScore,
  matthewsCorrcoef,
  meanInterval,
  multilabelConfusionMatrix,
  multilabelReport,
  ndcgAtK,
  nemenyi,
  pairedPermutationMetric,
  pairedPermutationTest,
  pairedTTest,
  precisionAtK,
  precisionScore,
  propensities,
  propensityScoredPrecisionAtK,
  RankingCounts,
  recallAtK,
  recallScore,
  reliabilityBins,
  rocAucScore,
  topK,
  tunedGlobal,
  tunedPerClass,
  wilcoxonSignedRank,
} from "../index.js";

const Y = [
  [1, 0],
  [0, 1],
];
const S = [
  [0.9, 0.2],
  [0.3, 0.6],
];
const results = [
  [1, 2],
  [2, 3],
];
const curves = BinnedCurves.of(Y, S);
const ranking = RankingCounts.of(Y, S, { propensities: [1, 1] });

// Each with all of its options, and undefined for those that have a default.
const calls: readonly [name: string, call: (options: never) => unknown, known: object][] = [
  ["f1Score", (o) => f1Score(Y, Y, o), { average: "none", zeroDivision: 1 }],
  ["precisionScore", (o) => precisionScore(Y, Y, o), { average: "micro", zeroDivision: 1 }],
  ["recallScore", (o) => recallScore(Y, Y, o), { average: "micro", zeroDivision: 1 }],
  ["jaccardScore", (o) => jaccardScore(Y, Y, o), { average: "micro", zeroDivision: 1 }],
  ["fbetaScore", (o) => fbetaScore(Y, Y, o), { beta: 2, average: "micro", zeroDivision: 1 }],
  ["exampleScores", (o) => exampleScores(Y, Y, o), { zeroDivision: 1 }],
  ["multilabelReport", (o) => multilabelReport(Y, Y, o), { zeroDivision: 1 }],
  ["matthewsCorrcoef", (o) => matthewsCorrcoef(Y, Y, o), { average: "micro" }],
  ["multilabelConfusionMatrix", (o) => multilabelConfusionMatrix(Y, Y, o), { samplewise: true }],
  [
    "classificationReport",
    (o) => classificationReport(Y, Y, o),
    { classNames: ["a", "b"], digits: 3, zeroDivision: 1 },
  ],
  ["ConfusionCounts", (o) => new ConfusionCounts(2, o), { betas: [2] }],
  ["BinnedCurves", (o) => new BinnedCurves(2, o), { bins: 10, range: [0, 1] }],
  [
    "BinnedCurves.expectedCalibrationError",
    (o) => curves.expectedCalibrationError(o),
    { bins: 10, average: "micro" },
  ],
  ["BinnedCurves.reliabilityBins", (o) => curves.reliabilityBins(o), { bins: 10, classIndex: 1 }],
  ["RankingCounts", (o) => new RankingCounts(2, o), { k: [2], propensities: [1, 1] }],
  [
    "RankingCounts.propensityScoredPrecisionAtK",
    (o) => ranking.propensityScoredPrecisionAtK(1, o),
    { normalised: false },
  ],
  ["rocAucScore", (o) => rocAucScore(Y, S, o), { average: "micro", whenUndefined: "skip" }],
  ["averagePrecisionScore", (o) => averagePrecisionScore(Y, S, o), { average: "micro" }],
  ["brierScore", (o) => brierScore(Y, S, o), { average: "none" }],
  [
    "expectedCalibrationError",
    (o) => expectedCalibrationError(Y, S, o),
    { bins: 10, binning: "mass", average: "micro" },
  ],
  [
    "reliabilityBins",
    (o) => reliabilityBins(Y, S, o),
    { bins: 10, binning: "mass", classIndex: 1 },
  ],
  ["precisionAtK", (o) => precisionAtK(Y, S, o), { k: 1 }],
  ["recallAtK", (o) => recallAtK(Y, S, o), { k: 1, zeroDivision: 1 }],
  ["ndcgAtK", (o) => ndcgAtK(Y, S, o), { k: 1 }],
  [
    "propensityScoredPrecisionAtK",
    (o) => propensityScoredPrecisionAtK(Y, S, [1, 1], o),
    { k: 1, normalised: false },
  ],
  ["propensities", (o) => propensities([1, 2], 3, o), { a: 0.5, b: 1 }],
  ["topK", (o) => topK(o), { metric: "macro" }],
  ["tunedGlobal", (o) => tunedGlobal(o), { metric: "macro" }],
  ["tunedPerClass", (o) => tunedPerClass(o), { metric: "mcc" }],
  ["count", (o) => count(o), { calibration: "linear" }],
  ["gfm", (o) => gfm(o), { calibration: "none", beta: 2, zeroDivision: 1 }],
  ["expectedFbeta", (o) => expectedFbeta([0.5], o), { beta: 2, zeroDivision: 1 }],
  ["expectedFMaximizer", (o) => expectedFMaximizer([[0.5]], o), { beta: 2, zeroDivision: 1 }],
  ["meanInterval", (o) => meanInterval([1, 2], o), { level: 0.9, testTrainRatio: 1 }],
  ["pairedTTest", (o) => pairedTTest([1, 2], [2, 4], o), { testTrainRatio: 1 }],
  [
    "wilcoxonSignedRank",
    (o) => wilcoxonSignedRank([1], [2], o),
    { alternative: "less", method: "exact" },
  ],
  [
    "pairedPermutationTest",
    (o) => pairedPermutationTest([1], [2], o),
    { alternative: "less", permutations: 9, seed: 1 },
  ],
  [
    "pairedPermutationMetric",
    (o) => pairedPermutationMetric(Y, Y, Y, (t, p) => f1Score(t, p), o),
    { alternative: "less", permutations: 9, seed: 1 },
  ],
  [
    "bootstrapInterval",
    (o) => bootstrapInterval(2, () => 1, o),
    { level: 0.9, resamples: 9, method: "percentile", strata: [0, 0], seed: 1 },
  ],
  [
    "bootstrapSums",
    (o) => bootstrapSums({ rows: 2, cols: 1, data: [1, 2] }, () => 1, o),
    { resamples: 9 },
  ],
  ["friedmanTest", (o) => friedmanTest(results, o), { higherIsBetter: false }],
  ["nemenyi", (o) => nemenyi(results, o), { alpha: 0.1, higherIsBetter: false }],
  [
    "criticalDifferenceDiagram",
    (o) => criticalDifferenceDiagram(["a", "b"], results, o),
    { alpha: 0.1, higherIsBetter: false },
  ],
];

describe.each(calls)("%s", (_, call, known) => {
  it("takes every one of its options", () => {
    expect(() => call(known as never)).not.toThrow();
  });

  it("refuses an unknown option, naming it and those that there are", () => {
    const wrong = () => call({ ...known, averge: "micro" } as never);
    expect(wrong).toThrow(TypeError);
    expect(wrong).toThrow('unknown option "averge"; expected one of ');
    for (const option of Object.keys(known)) expect(wrong).toThrow(option);
  });

  it.each([["micro"], [3], [null], [["micro"]]])("refuses %j in place of options", (options) => {
    const wrong = () => call(options as never);
    expect(wrong).toThrow(TypeError);
    expect(wrong).toThrow(`the options are ${JSON.stringify(options)}; expected an object with `);
  });
});

it("says which options a function needs that was called without", () => {
  const without = undefined as never;
  for (const call of [
    () => fbetaScore(Y, Y, without),
    () => precisionAtK(Y, S, without),
    () => recallAtK(Y, S, without),
    () => propensityScoredPrecisionAtK(Y, S, [1, 1], without),
  ]) {
    expect(call).toThrow("the options are undefined; expected an object with ");
  }
});

it("refuses null for an average: scikit-learn's None is none", () => {
  expect(() => f1Score(Y, Y, { average: null as never })).toThrow(
    "average is null; expected one of micro, macro, weighted, samples, none",
  );
});
