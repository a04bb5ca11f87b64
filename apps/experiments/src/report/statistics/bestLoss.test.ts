import { expect, test } from "vitest";
import { bestLoss } from "./bestLoss.js";

const table = (columns: Record<string, readonly number[]>) =>
  new Map(
    Object.entries(columns).map(([name, values]) => [name, new Map(values.map((v, i) => [i, v]))]),
  );
const none = table({});
const high = { better: "high", testTrainRatio: 0 } as const;

// Differences of .01, .02, .03, .02, .02: with ratio 0.5 the corrected t is 3.38 and p = .028.
const ahead = [0.51, 0.62, 0.73, 0.82, 0.92];
const behind = [0.5, 0.6, 0.7, 0.8, 0.9];

test("bestLoss is the loss with the best mean when the test supports it", () => {
  expect(bestLoss(table({ behind, ahead }), none, high)).toBe("ahead");
});

test("bestLoss adjusts for the number of losses compared with (Holm)", () => {
  const options = { better: "high", testTrainRatio: 0.5 } as const;
  expect(bestLoss(table({ ahead, behind }), none, options)).toBe("ahead");
  expect(bestLoss(table({ ahead, behind, twin: behind }), none, options)).toBeUndefined();
});

test("bestLoss heeds the correction for overlapping training sets", () => {
  const options = { better: "high", testTrainRatio: 1 } as const;
  expect(bestLoss(table({ ahead, behind }), none, options)).toBeUndefined();
});

test("bestLoss marks none of equals, none where one rival is not beaten, none of one", () => {
  expect(bestLoss(table({ ahead, twin: ahead }), none, high)).toBeUndefined();
  const erratic = [0.9, 0.4, 0.9, 0.4, 0.99];
  expect(bestLoss(table({ ahead, behind, erratic }), none, high)).toBeUndefined();
  expect(bestLoss(table({ ahead }), none, high)).toBeUndefined();
  expect(bestLoss(none, none, high)).toBeUndefined();
});

test("bestLoss marks none on one seed", () => {
  expect(bestLoss(table({ a: [0.9], b: [0.1] }), none, high)).toBeUndefined();
});

test("bestLoss marks none that a trivial baseline reaches, however far ahead of the other losses", () => {
  const losses = table({ ahead, behind });
  expect(bestLoss(losses, table({ random: [0.1, 0.1, 0.1, 0.1, 0.1] }), high)).toBe("ahead");
  expect(bestLoss(losses, table({ "all-positive": [1, 1, 1, 1, 1] }), high)).toBeUndefined();
  expect(bestLoss(losses, table({ "all-positive": ahead }), high)).toBeUndefined();
});

test("bestLoss takes the lowest where low is better", () => {
  expect(bestLoss(table({ ahead, behind }), none, { better: "low", testTrainRatio: 0 })).toBe(
    "behind",
  );
});
