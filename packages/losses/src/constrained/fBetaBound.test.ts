import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batches } from "../testing/batches.js";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { halvesBatch } from "../testing/halvesBatch.js";
import { itIgnoresBatchSize } from "../testing/itIgnoresBatchSize.js";
import { itRejects } from "../testing/itRejects.js";
import { overClasses } from "../testing/overClasses.js";
import { softF1Reference } from "../testing/softF1Reference.js";
import { fBetaBound } from "./fBetaBound.js";

const reference = (b: number) =>
  overClasses(({ missed, alarms, positives }) => {
    const tp = positives - missed;
    return 1 - ((1 + b * b) * tp) / (b * b * positives + Math.max(tp, 0) + alarms + 1e-16);
  });

describeLoss("f-beta-bound", {
  settings: [
    { title: "b 2", make: () => fBetaBound({ b: 2 }), reference: reference(2) },
    { title: "defaults", make: fBetaBound, reference: reference(1) },
  ],
  // b² = 4. Class 1: tp = 1 − 1/2, fp = 1: F = (5/2)/(4 + 1/2 + 1) = 5/11. Class 2: tp = 1, fp = 1/2:
  // F = 5/(11/2) = 10/11. With D = 11/2: ∂F/∂tp = 5(D − tp)/D² = 100/121 in class 1, whose tp has slope 1 by
  // the first logit; ∂F/∂fp = −5tp/D² = [−10/121, −20/121]. The mean over 2 classes halves, and 1 − F negates.
  byHand: {
    ...halvesBatch,
    value: 1 - 15 / 22,
    gradient: [-50 / 121, 10 / 121, 5 / 121, 0],
  },
});

describe("fBetaBound", () => {
  it("is never below 1 − F1 at the threshold z ≥ 0", () => {
    fc.assert(
      fc.property(batches(), ({ labels, logits }) => {
        const y = labels.map((row) => row.map((label) => (label > 0 ? 1 : 0)));
        const hard = logits.map((row) => row.map((z) => (z >= 0 ? 1 : 0)));
        const { value } = evaluate(fBetaBound(), { labels: y, logits });
        expect(value).toBeGreaterThanOrEqual(softF1Reference(y, hard) - 1e-6);
      }),
      { seed: 1 },
    );
  });

  it("is 0 where every logit is on its side of the margin", () => {
    const { value } = evaluate(fBetaBound({ b: 0.5 }), { labels: [[1], [0]], logits: [[1], [-1]] });
    expect(value).toBe(0);
  });

  it("gives a class without positives the constant 1 and no gradient", () => {
    const { value, gradient } = evaluate(fBetaBound(), { labels: [[0], [0]], logits: [[3], [-2]] });
    expect(value).toBe(1);
    expect(gradient.map(Math.abs)).toEqual([0, 0]);
  });

  itIgnoresBatchSize(fBetaBound);
});

describe("fBetaBound rejects", () => {
  itRejects(fBetaBound, [
    [{ b: 0 }, RangeError, 'fBetaBound: option "b" must be a number in [0.001, 1e6]; received 0'],
    [{ b: "1" }, TypeError, 'received "1"'],
    [{ beta: 1 }, TypeError, 'unknown option "beta"; known options: b'],
  ]);
});
