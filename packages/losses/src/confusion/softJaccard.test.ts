import * as fc from "fast-check";
import { describe, it } from "vitest";
import { batches } from "../testing/batches.js";
import { confusionReference } from "../testing/confusionReference.js";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { expectSameLoss } from "../testing/expectSameLoss.js";
import { itRejects } from "../testing/itRejects.js";
import { quartersBatch } from "../testing/quartersBatch.js";
import type { Reference } from "../testing/Rows.js";
import { sigma } from "../testing/sigma.js";
import { confusionSurrogate } from "./confusionSurrogate.js";
import { softF1 } from "./softF1.js";
import { softJaccard } from "./softJaccard.js";

const jaccard =
  (average: "macro" | "micro" | "samples" = "macro", k = 0): Reference =>
  (y, z) =>
    confusionReference(
      y,
      z.map((row) => row.map(sigma)),
      ({ tp, fp, fn }) => (tp + k) / (tp + fp + fn + 1e-16 + k),
      average,
    );

describeLoss("soft-jaccard", {
  settings: [
    { title: "defaults", make: softJaccard, reference: jaccard() },
    ...(["micro", "samples"] as const).map((average) => ({
      title: `${average}, smooth 1`,
      make: () => softJaccard({ average, smooth: 1 }),
      reference: jaccard(average, 1),
    })),
  ],
  // p = σ(z) = [[3/4, 1/2], [1/4, 3/4]]. Class 0: tp 3/4, fp 1/4, fn 1/4, D = tp + fp + fn = 5/4, J = 3/5.
  // Class 1: tp 3/4, fp 1/2, fn 1/4, D = 3/2, J = 1/2. Loss 1 − (3/5 + 1/2)/2 = 9/20.
  // A positive's p moves tp up and fn down, D not: ∂J/∂p = 1/D. A negative's moves fp: ∂J/∂p = −J/D.
  // ∂loss/∂z = −1/2 · ∂J/∂p · p(1 − p).
  byHand: {
    ...quartersBatch,
    value: 9 / 20,
    gradient: [
      (-1 / 2) * (1 / (5 / 4)) * (3 / 16),
      (-1 / 2) * (-(1 / 2) / (3 / 2)) * (1 / 4),
      (-1 / 2) * (-(3 / 5) / (5 / 4)) * (3 / 16),
      (-1 / 2) * (1 / (3 / 2)) * (3 / 16),
    ],
  },
});

describe("softJaccard", () => {
  it("is F/(2 − F) of softF1's F on one matrix", () => {
    fc.assert(
      fc.property(batches(), (batch) => {
        const f = 1 - evaluate(softF1({ average: "micro" }), batch).value;
        const { value } = evaluate(softJaccard({ average: "micro" }), batch);
        expectClose([value], [1 - f / (2 - f)]);
      }),
      { seed: 1 },
    );
  });

  it("is confusionSurrogate's jaccard", () => {
    expectSameLoss(softJaccard(), confusionSurrogate({ metric: "jaccard" }));
  });
});

describe("softJaccard rejects", () => {
  itRejects(softJaccard, [
    [{ average: "weighted" }, RangeError, 'softJaccard: option "average" must be one of "macro"'],
    [{ epsilon: 0 }, RangeError, 'option "epsilon" must be a number of at least 1e-30; received 0'],
    [{ beta: 2 }, TypeError, 'unknown option "beta"; known options: average, smooth, epsilon'],
  ]);
});
