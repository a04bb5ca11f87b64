import { describe, it } from "vitest";
import { describeLoss } from "../testing/describeLoss.js";
import { expectSameLoss } from "../testing/expectSameLoss.js";
import { itRejects } from "../testing/itRejects.js";
import { quartersBatch } from "../testing/quartersBatch.js";
import type { Rows } from "../testing/Rows.js";
import { sigma } from "../testing/sigma.js";
import { softF1Reference } from "../testing/softF1Reference.js";
import { dice } from "./dice.js";
import { softF1 } from "./softF1.js";

const probabilities = (logits: Rows) => logits.map((row) => row.map(sigma));

describeLoss("dice", {
  settings: [
    { title: "defaults", make: dice, reference: (y, z) => softF1Reference(y, probabilities(z)) },
    {
      title: "micro, smooth 1",
      make: () => dice({ average: "micro", smooth: 1 }),
      reference: (y, z) => softF1Reference(y, probabilities(z), "micro", 1),
    },
  ],
  // p = σ(z) = [[3/4, 1/2], [1/4, 3/4]]. Class 0: p sums to 1, y to 1, their product to 3/4: 2·(3/4)/(1 + 1) = 3/4.
  // Class 1: p sums to 5/4, y to 1, their product to 3/4: 2·(3/4)/(5/4 + 1) = 2/3. Loss 1 − (3/4 + 2/3)/2 = 7/24.
  // ∂loss/∂z = −1/2 · (2y − dice)/(Σp + Σy) · p(1 − p).
  byHand: {
    ...quartersBatch,
    value: 7 / 24,
    gradient: [
      (-1 / 2) * ((2 - 3 / 4) / 2) * (3 / 16),
      (-1 / 2) * ((0 - 2 / 3) / (9 / 4)) * (1 / 4),
      (-1 / 2) * ((0 - 3 / 4) / 2) * (3 / 16),
      (-1 / 2) * ((2 - 2 / 3) / (9 / 4)) * (3 / 16),
    ],
  },
});

describe("dice", () => {
  it("is softF1, smoothed or not", () => {
    expectSameLoss(dice(), softF1());
    expectSameLoss(
      dice({ average: "samples", smooth: 2 }),
      softF1({ average: "samples", smooth: 2 }),
    );
  });
});

describe("dice rejects", () => {
  itRejects(dice, [
    [{ average: 1 }, TypeError, 'dice: option "average" must be one of "macro"'],
    [{ smooth: -1 }, RangeError, 'option "smooth" must be a number of at least 0; received -1'],
    [{ squared: true }, TypeError, 'unknown option "squared"; known options: average, smooth'],
  ]);
});
