import { describe, it } from "vitest";
import { confusionReference } from "../testing/confusionReference.js";
import { describeLoss } from "../testing/describeLoss.js";
import { expectSameLoss } from "../testing/expectSameLoss.js";
import { itRejects } from "../testing/itRejects.js";
import { quartersBatch } from "../testing/quartersBatch.js";
import type { Reference } from "../testing/Rows.js";
import { sigma } from "../testing/sigma.js";
import { confusionSurrogate } from "./confusionSurrogate.js";
import { dice } from "./dice.js";
import { softF1 } from "./softF1.js";
import { softJaccard } from "./softJaccard.js";
import { tversky } from "./tversky.js";

const index =
  (a: number, c: number, average: "macro" | "micro" | "samples" = "macro", k = 0): Reference =>
  (y, z) =>
    confusionReference(
      y,
      z.map((row) => row.map(sigma)),
      ({ tp, fp, fn }) => (tp + k) / (tp + a * fp + c * fn + 1e-16 + k),
      average,
    );

describeLoss("tversky", {
  settings: [
    { title: "defaults", make: tversky, reference: index(0.3, 0.7) },
    {
      title: "weights 0 and 2, micro",
      make: () => tversky({ fpWeight: 0, fnWeight: 2, average: "micro" }),
      reference: index(0, 2, "micro"),
    },
    {
      title: "weights 5 and 0.1, samples, smooth 1",
      make: () => tversky({ fpWeight: 5, fnWeight: 0.1, average: "samples", smooth: 1 }),
      reference: index(5, 0.1, "samples", 1),
    },
  ],
  // p = σ(z) = [[3/4, 1/2], [1/4, 3/4]]. Class 0: tp 3/4, fp 1/4, fn 1/4, D = 3/4 + .3/4 + .7/4 = 1, T = 3/4.
  // Class 1: tp 3/4, fp 1/2, fn 1/4, D = 3/4 + .3/2 + .7/4 = 43/40, T = 30/43. Loss 1 − (3/4 + 30/43)/2 = 95/344.
  // A positive's p moves D by 1 − .7: ∂T/∂p = (1 − .3·T)/D. A negative's by .3: ∂T/∂p = −.3·T/D.
  // ∂loss/∂z = −1/2 · ∂T/∂p · p(1 − p).
  byHand: {
    ...quartersBatch,
    value: 95 / 344,
    gradient: [
      (-1 / 2) * (1 - 0.3 * (3 / 4)) * (3 / 16),
      (-1 / 2) * ((-0.3 * (30 / 43)) / (43 / 40)) * (1 / 4),
      (-1 / 2) * (-0.3 * (3 / 4)) * (3 / 16),
      (-1 / 2) * ((1 - 0.3 * (30 / 43)) / (43 / 40)) * (3 / 16),
    ],
  },
});

describe("tversky", () => {
  it("is dice and softF1 at weights 0.5 and 0.5, with twice its smooth", () => {
    const half = { fpWeight: 0.5, fnWeight: 0.5 };
    for (const loss of [dice, softF1]) {
      expectSameLoss(tversky(half), loss());
      expectSameLoss(tversky({ ...half, smooth: 1 }), loss({ smooth: 2 }));
    }
  });

  it("is softJaccard at weights 1 and 1", () => {
    expectSameLoss(tversky({ fpWeight: 1, fnWeight: 1 }), softJaccard());
  });

  it("is one minus precision at weights 1 and 0, one minus recall at 0 and 1", () => {
    const precision = confusionSurrogate({ metric: "precision" });
    expectSameLoss(tversky({ fpWeight: 1, fnWeight: 0 }), precision);
    const recall = confusionSurrogate({ metric: "recall" });
    expectSameLoss(tversky({ fpWeight: 0, fnWeight: 1 }), recall);
  });
});

describe("tversky rejects", () => {
  itRejects(tversky, [
    [
      { fpWeight: -1 },
      RangeError,
      'tversky: option "fpWeight" must be a number in [0, 1000]; received -1',
    ],
    [{ fnWeight: 2000 }, RangeError, 'option "fnWeight" must be a number in [0, 1000]'],
    [{ fnWeight: "0.7" }, TypeError, 'received "0.7"'],
    [
      { fpWeight: 0, fnWeight: 0 },
      RangeError,
      'tversky: options "fpWeight" and "fnWeight" must not both be 0',
    ],
    [{ alpha: 0.3 }, TypeError, 'unknown option "alpha"; known options: fpWeight, fnWeight'],
  ]);
});
