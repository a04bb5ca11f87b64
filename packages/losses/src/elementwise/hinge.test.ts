import { describe, expect, it } from "vitest";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itRejects } from "../testing/itRejects.js";
import { meanOverEntries } from "../testing/meanOverEntries.js";
import { hinge } from "./hinge.js";

const term = (y: number, z: number) => Math.max(0, 1 - (2 * y - 1) * z);

describeLoss("hinge", {
  settings: [
    { title: "defaults", make: hinge, reference: meanOverEntries(term) },
    {
      title: "sum",
      make: () => hinge({ reduction: "sum" }),
      reference: (y, z) => meanOverEntries(term)(y, z) * y.flat().length,
    },
  ],
  // u = (2y − 1)z = [[1/2, 0], [2, −1/4]], terms 1 − u or 0: [[1/2, 1], [0, 5/4]].
  // The slope by z is −(2y − 1)/4 where u < 1.
  byHand: {
    labels: [
      [1, 0],
      [0, 1],
    ],
    logits: [
      [1 / 2, 0],
      [-2, -1 / 4],
    ],
    value: (1 / 2 + 1 + 5 / 4) / 4,
    gradient: [-1 / 4, 1 / 4, 0, -1 / 4],
  },
});

describe("hinge", () => {
  it("has the gradient of the flat side, 0, at its kink", () => {
    const { value, gradient } = evaluate(hinge(), { labels: [[1, 0]], logits: [[1, -1]] });
    expect([value, ...gradient.map(Math.abs)]).toEqual([0, 0, 0]);
  });

  it("bounds the share of wrong decisions from above", () => {
    const batch = { labels: [[1, 0, 1, 0]], logits: [[-1e-6, 1e-6, 2, -2]] };
    const { value } = evaluate(hinge(), batch);
    expect(value).toBeGreaterThanOrEqual(0.5);
    expectClose([value], [0.5]);
  });

  it("is the constant 1 for a label of 0.5", () => {
    const batch = { labels: [[0.5, 0.5]], logits: [[-3, 40]] };
    expect(evaluate(hinge(), batch).value).toBe(1);
  });
});

describe("hinge rejects", () => {
  itRejects(hinge, [
    [{ reduction: "none" }, RangeError, 'hinge: option "reduction"'],
    [{ margin: 1 }, TypeError, 'hinge: unknown option "margin"; known options: reduction'],
  ]);
});
