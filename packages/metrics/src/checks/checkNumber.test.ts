import { expect, it } from "vitest";
import {
  bootstrapSums,
  expectedFMaximizer,
  f1Score,
  fbetaScore,
  meanInterval,
  nemenyi,
  pairedTTest,
  precisionAtK,
  RankingCounts,
  threshold,
  thresholdCurve,
} from "../index.js";

const Y = [
  [1, 0],
  [0, 1],
];
/** What JavaScript may pass where the types forbid it. */
const wrong = (value: unknown) => value as never;

it.each<[call: () => unknown, message: string]>([
  [() => fbetaScore(Y, Y, { beta: wrong("2") }), 'beta is "2"; expected a number ≥ 0'],
  [() => threshold(wrong("0.5")), 'the threshold is "0.5"; expected a number in [0, 1]'],
  [() => f1Score(Y, Y, { zeroDivision: wrong("1") }), 'zeroDivision is "1"; expected 0 or 1'],
  [() => precisionAtK(Y, Y, { k: wrong("1") }), 'k is "1"; expected a positive integer'],
  [() => pairedTTest(wrong(["1"]), [2]), 'a[0] is "1"; expected a finite number'],
  [() => meanInterval([1, 2], { level: wrong("0.9") }), 'level is "0.9"; expected a number above'],
  [() => nemenyi(Y, { alpha: wrong("0.05") }), 'alpha is "0.05"; expected a number above'],
  [() => thresholdCurve(Y, Y, wrong(["0.5"])), 'thresholds[0] is "0.5"; expected a number in'],
])("%s refuses a string of digits and shows its quotes", (call, message) => {
  expect(call).toThrow(message);
});

it.each<[call: () => unknown, message: string]>([
  [() => thresholdCurve(Y, Y, wrong(undefined)), "thresholds is undefined; expected an array of"],
  [() => RankingCounts.of(Y, Y, { k: wrong(2) }), "k is 2; expected an array of numbers"],
  [() => pairedTTest(wrong(undefined), [2]), "a is undefined; expected an array of numbers"],
  [() => bootstrapSums(wrong(Y), () => 1), "sums is [[1,0],[0,1]]; expected { rows, cols, data }"],
  [
    () => expectedFMaximizer(wrong({ rows: 1 })),
    'joint is {"rows":1}; expected an array of one row per class',
  ],
])("%s refuses what is no list where one is needed", (call, message) => {
  expect(call).toThrow(TypeError);
  expect(call).toThrow(message);
});
