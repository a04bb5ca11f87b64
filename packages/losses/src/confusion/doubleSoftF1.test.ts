import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batches } from "../testing/batches.js";
import { confusionReference } from "../testing/confusionReference.js";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itRejects } from "../testing/itRejects.js";
import { quartersBatch } from "../testing/quartersBatch.js";
import type { Reference, Rows } from "../testing/Rows.js";
import { sigma } from "../testing/sigma.js";
import { doubleSoftF1 } from "./doubleSoftF1.js";

const double =
  (average: "macro" | "micro" | "samples" = "macro", k = 0): Reference =>
  (y, z) =>
    confusionReference(
      y,
      z.map((row) => row.map(sigma)),
      ({ tp, fp, fn, tn }) => {
        const f1 = (hits: number) => (2 * hits + k) / (2 * hits + fn + fp + 1e-16 + k);
        return (f1(tp) + f1(tn)) / 2;
      },
      average,
    );

describeLoss("double-soft-f1", {
  settings: [
    { title: "defaults", make: doubleSoftF1, reference: double() },
    ...(["micro", "samples"] as const).map((average) => ({
      title: `${average}, smooth 1`,
      make: () => doubleSoftF1({ average, smooth: 1 }),
      reference: double(average, 1),
    })),
  ],
  // p = σ(z) = [[3/4, 1/2], [1/4, 3/4]].
  // Class 0: tp 3/4, fp 1/4, fn 1/4, tn 3/4. D⁺ = 3/2 + 1/2 = 2, F⁺ = 3/4; D⁻ = 3/2 + 1/2 = 2, F⁻ = 3/4.
  // Class 1: tp 3/4, fp 1/2, fn 1/4, tn 1/2. D⁺ = 3/2 + 3/4 = 9/4, F⁺ = 2/3; D⁻ = 1 + 3/4 = 7/4, F⁻ = 4/7.
  // Loss 1 − (3/4 + 3/4 + 2/3 + 4/7)/4 = 53/168. ∂F⁺/∂p = (2y − F⁺)/D⁺; F⁻ is the F1 of 1 − p against 1 − y, so
  // ∂F⁻/∂p = −(2(1 − y) − F⁻)/D⁻. ∂loss/∂z = −1/4 · (∂F⁺/∂p + ∂F⁻/∂p) · p(1 − p).
  byHand: {
    ...quartersBatch,
    value: 53 / 168,
    gradient: [
      (-1 / 4) * ((2 - 3 / 4) / 2 - (0 - 3 / 4) / 2) * (3 / 16),
      (-1 / 4) * ((0 - 2 / 3) / (9 / 4) - (2 - 4 / 7) / (7 / 4)) * (1 / 4),
      (-1 / 4) * ((0 - 3 / 4) / 2 - (2 - 3 / 4) / 2) * (3 / 16),
      (-1 / 4) * ((2 - 2 / 3) / (9 / 4) - (0 - 4 / 7) / (7 / 4)) * (3 / 16),
    ],
  },
});

describe("doubleSoftF1", () => {
  it("is the same when positives and negatives change places", () => {
    fc.assert(
      fc.property(batches(), ({ labels, logits }) => {
        const flipped = {
          labels: labels.map((row) => row.map((y) => 1 - y)),
          logits: logits.map((row) => row.map((z) => -z)),
        };
        const { value, gradient } = evaluate(doubleSoftF1(), { labels, logits });
        const mirrored = evaluate(doubleSoftF1(), flipped);
        expectClose([mirrored.value], [value]);
        expectClose(
          mirrored.gradient,
          gradient.map((g) => -g),
          1e-4,
        );
      }),
      { seed: 1 },
    );
  });

  it("moves a class without positives towards its negatives", () => {
    const { gradient } = evaluate(doubleSoftF1(), { labels: [[0], [0]], logits: [[1], [-2]] });
    expect(gradient.every((g) => g > 0)).toBe(true);
  });

  it("is ½ for a class of one kind that is fully right, since the other kind has no F1", () => {
    const all = (label: number, logit: number): { labels: Rows; logits: Rows } => ({
      labels: Array.from({ length: 300 }, () => [label]),
      logits: Array.from({ length: 300 }, (_, i) => [logit * (1 + i / 300)]),
    });
    for (const size of [12, 15, 20, 100]) {
      expect(evaluate(doubleSoftF1(), all(1, size)).value).toBeCloseTo(1 / 2, 4);
      expect(evaluate(doubleSoftF1(), all(0, -size)).value).toBeCloseTo(1 / 2, 4);
    }
  });
});

describe("doubleSoftF1 rejects", () => {
  itRejects(doubleSoftF1, [
    [{ average: "weighted" }, RangeError, 'doubleSoftF1: option "average" must be one of "macro"'],
    [{ smooth: "1" }, TypeError, 'option "smooth" must be a number of at least 0; received "1"'],
    [{ eta: 2 }, TypeError, 'unknown option "eta"; known options: average, smooth, epsilon'],
  ]);
});
