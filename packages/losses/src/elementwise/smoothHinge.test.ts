import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batches } from "../testing/batches.js";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itRejects } from "../testing/itRejects.js";
import { meanOverEntries } from "../testing/meanOverEntries.js";
import { hinge } from "./hinge.js";
import { smoothHinge } from "./smoothHinge.js";

const term = (y: number, z: number) => {
  const u = (2 * y - 1) * z;
  if (u <= 0) return 1 / 2 - u;
  return u < 1 ? (1 - u) ** 2 / 2 : 0;
};

describeLoss("smooth-hinge", {
  settings: [
    { title: "defaults", make: smoothHinge, reference: meanOverEntries(term) },
    {
      title: "sum",
      make: () => smoothHinge({ reduction: "sum" }),
      reference: (y, z) => meanOverEntries(term)(y, z) * y.flat().length,
    },
  ],
  // u = (2y − 1)z = [[1/2, 0], [2, −1/4]], terms [[(1/2)²/2, 1/2], [0, 3/4]], slopes by u
  // [[−1/2, −1], [0, −1]], by z times (2y − 1)/4.
  byHand: {
    labels: [
      [1, 0],
      [0, 1],
    ],
    logits: [
      [1 / 2, 0],
      [-2, -1 / 4],
    ],
    value: (1 / 8 + 1 / 2 + 3 / 4) / 4,
    gradient: [-1 / 8, 1 / 4, 0, -1 / 4],
  },
});

describe("smoothHinge", () => {
  it("has no jump in its slope where its pieces meet", () => {
    const slope = (z: number) =>
      evaluate(smoothHinge(), { labels: [[1]], logits: [[z]] }).gradient[0] ?? Number.NaN;
    expectClose([-1e-4, 0, 1e-4].map(slope), [-1, -1, -0.9999]);
    expectClose([0.9999, 1, 1.0001].map(slope), [-1e-4, 0, 0]);
  });

  it("lies between hinge − 1/2 and hinge", () => {
    fc.assert(
      fc.property(batches(), (batch) => {
        const upper = evaluate(hinge(), batch).value;
        const { value } = evaluate(smoothHinge(), batch);
        expect(value).toBeLessThanOrEqual(upper + 1e-6);
        expect(value).toBeGreaterThanOrEqual(upper - 1 / 2 - 1e-6);
      }),
      { seed: 1 },
    );
  });
});

describe("smoothHinge rejects", () => {
  itRejects(smoothHinge, [
    [{ reduction: 1 }, TypeError, 'smoothHinge: option "reduction"'],
    [{ gamma: 1 }, TypeError, 'smoothHinge: unknown option "gamma"; known options: reduction'],
  ]);
});
