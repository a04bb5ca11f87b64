import { describe } from "vitest";
import { describeLoss } from "../testing/describeLoss.js";
import { itRejects } from "../testing/itRejects.js";
import { quartersBatch } from "../testing/quartersBatch.js";
import type { Rows } from "../testing/Rows.js";
import { sigma } from "../testing/sigma.js";
import { softF1Reference } from "../testing/softF1Reference.js";
import { softF1 } from "./softF1.js";

const probabilities = (logits: Rows) => logits.map((row) => row.map(sigma));

describeLoss("soft-f1", {
  settings: [
    { title: "defaults", make: softF1, reference: (y, z) => softF1Reference(y, probabilities(z)) },
    ...(["micro", "samples"] as const).map((average) => ({
      title: average,
      make: () => softF1({ average }),
      reference: (y: Rows, z: Rows) => softF1Reference(y, probabilities(z), average),
    })),
    {
      title: "smooth 2",
      make: () => softF1({ smooth: 2 }),
      reference: (y, z) => softF1Reference(y, probabilities(z), "macro", 2),
    },
    {
      title: "epsilon 0.5",
      make: () => softF1({ epsilon: 0.5 }),
      reference: (y, z) => softF1Reference(y, probabilities(z), "macro", 0, 0.5),
    },
  ],
  // p = σ(z) = [[3/4, 1/2], [1/4, 3/4]]. Class 0: tp 3/4, fp 1/4, fn 1/4, F = 3/4, a + b = 2.
  // Class 1: tp 3/4, fp 1/2, fn 1/4, F = 2/3, a + b = 9/4. Loss 1 − (3/4 + 2/3)/2 = 7/24.
  // ∂loss/∂z = −1/2 · (2y − F)/(a + b) · p(1 − p).
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

describe("softF1 rejects", () => {
  itRejects(softF1, [
    [{ average: "weighted" }, RangeError, 'softF1: option "average" must be one of "macro"'],
    [{ average: 1 }, TypeError, 'option "average"'],
    [{ smooth: -1 }, RangeError, 'option "smooth" must be a number of at least 0; received -1'],
    [{ epsilon: 0 }, RangeError, 'option "epsilon"'],
    [
      { epsilon: "small" },
      TypeError,
      'option "epsilon" must be a number of at least 1e-30; received "small"',
    ],
    [
      { beta: 2 },
      TypeError,
      'softF1: unknown option "beta"; known options: average, smooth, epsilon',
    ],
    [null, TypeError, "softF1: options must be an object; received null"],
    [[], TypeError, "options must be an object; received []"],
  ]);
});
