import { expect, test } from "vitest";
import type { Average } from "../confusion/Average.js";
import type { ZeroDivision } from "../confusion/ZeroDivision.js";
import { f1Score } from "../scores/f1Score.js";

const labels = { rows: 1, cols: 2, data: Uint8Array.of(1, 0) };

test("an average that is none is an error that lists them", () => {
  expect(() => f1Score(labels, labels, { average: "mean" as Average })).toThrow(
    'average is "mean"; expected one of micro, macro, weighted, samples, none',
  );
});

test("0/0 counts as 0 or 1 and nothing else", () => {
  expect(() => f1Score(labels, labels, { zeroDivision: 2 as ZeroDivision })).toThrow(
    "zeroDivision is 2; expected 0 or 1",
  );
});
