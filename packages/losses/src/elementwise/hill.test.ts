import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batches } from "../testing/batches.js";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itRejects } from "../testing/itRejects.js";
import { meanOverEntries } from "../testing/meanOverEntries.js";
import { sigma } from "../testing/sigma.js";
import { focal } from "./focal.js";
import { hill } from "./hill.js";

const ln3 = Math.log(3);
const term = (lambda: number, gamma: number, margin: number) => (y: number, z: number) =>
  -y * sigma(margin - z) ** gamma * Math.log(sigma(z - margin)) +
  (1 - y) * (lambda - sigma(z)) * sigma(z) ** 2;

describeLoss("hill", {
  settings: [
    { title: "defaults", make: hill, reference: meanOverEntries(term(1.5, 2, 1)) },
    {
      title: "lambda 1, gamma 0.5, margin 0",
      make: () => hill({ lambda: 1, gamma: 0.5, margin: 0 }),
      reference: meanOverEntries(term(1, 0.5, 0)),
    },
    {
      title: "lambda 3, sum",
      make: () => hill({ lambda: 3, reduction: "sum" }),
      reference: (y, z) => meanOverEntries(term(3, 2, 1))(y, z) * y.flat().length,
    },
  ],
  // Positives: p₊ = σ(z − 1) = 3/4 and 1/2, term −(1 − p₊)² log p₊, slope
  // −(1 − p₊)²(1 − p₊ − 2 p₊ log p₊). Negatives: p = 1/2 and 1/4, term (3/2 − p)p², slope
  // (3p − 3p²)·p(1 − p) = 3 p²(1 − p)².
  byHand: {
    labels: [
      [1, 0],
      [0, 1],
    ],
    logits: [
      [1 + ln3, 0],
      [-ln3, 1],
    ],
    value: (Math.log(4 / 3) / 16 + 1 / 4 + 5 / 64 + Math.log(2) / 4) / 4,
    gradient: [
      (-1 / 4) * (1 / 16) * (1 / 4 + (3 / 2) * Math.log(4 / 3)),
      3 / 64,
      27 / 1024,
      (-1 / 4) * (1 / 4) * (1 / 2 + Math.log(2)),
    ],
  },
});

describe("hill", () => {
  it("pushes a negative hardest at p = 1/2, and less and less beyond", () => {
    const push = (z: number) =>
      evaluate(hill(), { labels: [[0]], logits: [[z]] }).gradient[0] ?? Number.NaN;
    expectClose([push(0)], [3 / 16]);
    expectClose([push(2)], [push(-2)]);
    const pushes = [0, 1, 2, 4, 8].map(push);
    expect(pushes).toEqual(pushes.toSorted((a, b) => b - a));
    expect(push(8)).toBeLessThan(1e-6);
  });

  it("is focal without alpha on positives, at margin 0", () => {
    fc.assert(
      fc.property(batches(), ({ labels, logits }) => {
        const batch = { labels: labels.map((row) => row.map(() => 1)), logits };
        const { value, gradient } = evaluate(hill({ margin: 0, gamma: 2 }), batch);
        const expected = evaluate(focal({ gamma: 2, alpha: null }), batch);
        expectClose([value, ...gradient], [expected.value, ...expected.gradient]);
      }),
      { seed: 1 },
    );
  });
});

describe("hill rejects", () => {
  itRejects(hill, [
    [
      { lambda: 0.9 },
      RangeError,
      'hill: option "lambda" must be a number of at least 1; received 0.9',
    ],
    [{ gamma: -1 }, RangeError, 'option "gamma" must be a number of at least 0'],
    [{ margin: "1" }, TypeError, 'option "margin"'],
    [{ alpha: 1 }, TypeError, "known options: lambda, gamma, margin, reduction"],
  ]);
});
