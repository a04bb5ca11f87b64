import { describe, expect, it } from "vitest";
import { confusionReference } from "../testing/confusionReference.js";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectSameLoss } from "../testing/expectSameLoss.js";
import { itRejects } from "../testing/itRejects.js";
import { quartersBatch } from "../testing/quartersBatch.js";
import type { Reference, Rows } from "../testing/Rows.js";
import { sigma } from "../testing/sigma.js";
import { confusionSurrogate } from "./confusionSurrogate.js";
import { sigmoidF1 } from "./sigmoidF1.js";
import { sigmoidFBeta } from "./sigmoidFBeta.js";

const ln3 = Math.log(3);
const fBeta =
  (b: number, score = sigma, average: "macro" | "micro" | "samples" = "macro", k = 0): Reference =>
  (y, z) =>
    confusionReference(
      y,
      z.map((row) => row.map(score)),
      ({ tp, fp, fn }) => {
        const hits = (1 + b * b) * tp;
        return (hits + k) / (hits + b * b * fn + fp + 1e-16 + k);
      },
      average,
    );

describeLoss("sigmoid-f-beta", {
  settings: [
    { title: "b 2", make: () => sigmoidFBeta({ b: 2 }), reference: fBeta(2) },
    { title: "defaults", make: sigmoidFBeta, reference: fBeta(1) },
    { title: "b 0", make: () => sigmoidFBeta({ b: 0 }), reference: fBeta(0) },
    {
      title: "b 0.5, beta 2, eta 1, micro",
      make: () => sigmoidFBeta({ b: 0.5, beta: 2, eta: 1, average: "micro" }),
      reference: fBeta(0.5, (x) => sigma(2 * (x + 1)), "micro"),
    },
    {
      title: "b 3, samples, smooth 2",
      make: () => sigmoidFBeta({ b: 3, average: "samples", smooth: 2 }),
      reference: fBeta(3, sigma, "samples", 2),
    },
    {
      title: "b 2 on probabilities",
      make: () => sigmoidFBeta({ b: 2, beta: 4, eta: -0.5, on: "probabilities" }),
      reference: fBeta(2, (x) => sigma(4 * (sigma(x) - 0.5))),
    },
    {
      title: "one beta and eta per class",
      classes: 2,
      make: () => sigmoidFBeta({ b: 2, beta: [1, 3], eta: [0, 0.5] }),
      reference: (y, z) =>
        fBeta(2, (s) => s)(
          y,
          z.map(([a = 0, b = 0]) => [sigma(a), sigma(3 * (b + 0.5))]),
        ),
    },
  ],
  // s = σ(z) = [[3/4, 1/2], [1/4, 3/4]]. Class 0: tp 3/4, fp 1/4, fn 1/4, D = 5·3/4 + 4·1/4 + 1/4 = 5,
  // F_2 = 3/4. Class 1: tp 3/4, fp 1/2, fn 1/4, D = 5·3/4 + 4·1/4 + 1/2 = 21/4, F_2 = 5/7.
  // Loss 1 − (3/4 + 5/7)/2 = 15/56. D moves with s as 5y − 4y + (1 − y) = 1, so that ∂F/∂s = (5y − F)/D, and
  // ∂loss/∂z = −1/2 · (5y − F)/D · s(1 − s).
  byHand: {
    ...quartersBatch,
    value: 15 / 56,
    gradient: [
      (-1 / 2) * ((5 - 3 / 4) / 5) * (3 / 16),
      (-1 / 2) * ((0 - 5 / 7) / (21 / 4)) * (1 / 4),
      (-1 / 2) * ((0 - 3 / 4) / 5) * (3 / 16),
      (-1 / 2) * ((5 - 5 / 7) / (21 / 4)) * (3 / 16),
    ],
  },
});

describe("sigmoidFBeta", () => {
  it("is sigmoidF1 at b 1, with the same other options", () => {
    const options = { beta: 3, eta: 0.5, average: "samples", smooth: 0.5 } as const;
    expectSameLoss(sigmoidFBeta(options), sigmoidF1(options));
  });

  it("is one minus precision at b 0, and tends to one minus recall as b grows", () => {
    expectSameLoss(sigmoidFBeta({ b: 0 }), confusionSurrogate({ metric: "precision" }));
    const batch: { labels: Rows; logits: Rows } = { labels: [[1], [0]], logits: [[ln3], [2]] };
    expect(evaluate(sigmoidFBeta({ b: 1e6 }), batch).value).toBeCloseTo(1 / 4, 6);
  });

  it("gives a class without positives the constant 1 and no gradient, unless smooth is above 0", () => {
    const batch = { labels: [[0], [0]], logits: [[1], [-2]] };
    const { value, gradient } = evaluate(sigmoidFBeta({ b: 2 }), batch);
    expect([value, ...gradient.map(Math.abs)]).toEqual([1, 0, 0]);
    const smoothed = evaluate(sigmoidFBeta({ b: 2, smooth: 1 }), batch);
    expect(smoothed.gradient.every((g) => g > 0)).toBe(true);
  });
});

describe("sigmoidFBeta rejects", () => {
  itRejects(sigmoidFBeta, [
    [{ b: -1 }, RangeError, 'sigmoidFBeta: option "b" must be a number in [0, 1e6]; received -1'],
    [{ b: 1e7 }, RangeError, "received 10000000"],
    [{ b: "2" }, TypeError, 'option "b" must be a number in [0, 1e6]; received "2"'],
    [{ beta: 0 }, RangeError, 'option "beta" must be a number above 0'],
    [{ smooth: -1 }, RangeError, 'option "smooth"'],
    [{ fBeta: 2 }, TypeError, 'unknown option "fBeta"; known options: b, beta, eta, on, average'],
  ]);
});
