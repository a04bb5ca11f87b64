import { expect, test } from "vitest";
import { bestMacroF1 } from "./bestMacroF1.js";

const labels = { rows: 3, cols: 2, data: Uint8Array.of(1, 0, 0, 1, 1, 0) };

test("is 1 where some threshold separates all labels, far from 0.5 too", () => {
  const scores = { rows: 3, cols: 2, data: Float32Array.of(0.04, 0.01, 0.02, 0.05, 0.03, 0.01) };
  expect(bestMacroF1(labels, scores)).toBe(1);
});

test("is the macro F1 of the best threshold where none separates them", () => {
  // From 0.6 on class 0 has tp 1, fn 1: 2/3, class 1 has tp 1: 1. From 0.2 on class 0 is perfect, class 1 has fp 1: 2/3.
  const scores = { rows: 3, cols: 2, data: Float32Array.of(0.9, 0.3, 0.1, 0.6, 0.2, 0.1) };
  expect(bestMacroF1(labels, scores)).toBeCloseTo(5 / 6, 12);
});
