import * as fc from "fast-check";
import { describe, it } from "vitest";
import { batches } from "../testing/batches.js";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itRejects } from "../testing/itRejects.js";
import { meanOverEntries } from "../testing/meanOverEntries.js";
import { quartersBatch } from "../testing/quartersBatch.js";
import { sigma } from "../testing/sigma.js";
import { binaryCrossEntropy } from "./binaryCrossEntropy.js";
import { focal } from "./focal.js";

const focalTerm = (alpha: number, beta: number, gamma: number) => (y: number, z: number) =>
  -y * alpha * sigma(-z) ** gamma * Math.log(sigma(z)) -
  (1 - y) * beta * sigma(z) ** gamma * Math.log(sigma(-z));

describeLoss("focal", {
  settings: [
    { title: "defaults", make: focal, reference: meanOverEntries(focalTerm(0.25, 0.75, 2)) },
    {
      title: "gamma 0.5, no alpha",
      make: () => focal({ gamma: 0.5, alpha: null }),
      reference: meanOverEntries(focalTerm(1, 1, 0.5)),
    },
    {
      title: "sum",
      make: () => focal({ reduction: "sum", alpha: 0.6 }),
      reference: (y, z) => meanOverEntries(focalTerm(0.6, 0.4, 2))(y, z) * y.flat().length,
    },
  ],
  // p_t = [[3/4, 1/2], [3/4, 3/4]] and α_t = [[1/4, 3/4], [3/4, 1/4]]; the term is
  // −α_t (1 − p_t)² log p_t, and its slope by z is (1 − 2y)·α_t (1 − p_t)² (1 − p_t − 2 p_t log p_t).
  byHand: {
    ...quartersBatch,
    value:
      ((1 / 4) * (1 / 16) * Math.log(4 / 3) +
        (3 / 4) * (1 / 4) * Math.log(2) +
        (3 / 4) * (1 / 16) * Math.log(4 / 3) +
        (1 / 4) * (1 / 16) * Math.log(4 / 3)) /
      4,
    gradient: [
      (-1 / 4) * (1 / 4) * (1 / 16) * (1 / 4 + (3 / 2) * Math.log(4 / 3)),
      (1 / 4) * (3 / 4) * (1 / 4) * (1 / 2 + Math.log(2)),
      (1 / 4) * (3 / 4) * (1 / 16) * (1 / 4 + (3 / 2) * Math.log(4 / 3)),
      (-1 / 4) * (1 / 4) * (1 / 16) * (1 / 4 + (3 / 2) * Math.log(4 / 3)),
    ],
  },
});

describe("focal", () => {
  it("is binaryCrossEntropy at gamma 0 without alpha", () => {
    fc.assert(
      fc.property(batches(), (batch) => {
        const { value, gradient } = evaluate(focal({ gamma: 0, alpha: null }), batch);
        const expected = evaluate(binaryCrossEntropy(), batch);
        expectClose([value], [expected.value]);
        expectClose(gradient, expected.gradient);
      }),
      { seed: 1 },
    );
  });
});

describe("focal rejects", () => {
  itRejects(focal, [
    [
      { alpha: 2 },
      RangeError,
      'focal: option "alpha" must be a number in [0, 1], or null; received 2',
    ],
    [{ alpha: "none" }, TypeError, 'received "none"'],
    [{ gamma: -1 }, RangeError, 'option "gamma" must be a number of at least 0; received -1'],
    [{ gammaPos: 1 }, TypeError, "known options: alpha, gamma, reduction"],
  ]);
});
