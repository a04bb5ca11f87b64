import * as tf from "@tensorflow/tfjs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batches } from "../testing/batches.js";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itRejects } from "../testing/itRejects.js";
import type { Rows } from "../testing/Rows.js";
import { sigma } from "../testing/sigma.js";
import { softF1Reference } from "../testing/softF1Reference.js";
import { sigmoidF1 } from "./sigmoidF1.js";
import { softF1 } from "./softF1.js";

const s = (logits: Rows, beta: number, eta: number) =>
  logits.map((row) => row.map((z) => sigma(beta * (z + eta))));
const ln3 = Math.log(3);

describeLoss("sigmoid-f1", {
  settings: [
    {
      title: "beta 2, eta 1",
      make: () => sigmoidF1({ beta: 2, eta: 1 }),
      reference: (y, z) => softF1Reference(y, s(z, 2, 1)),
    },
    { title: "defaults", make: sigmoidF1, reference: (y, z) => softF1Reference(y, s(z, 1, 0)) },
    ...(["micro", "samples"] as const).map((average) => ({
      title: average,
      make: () => sigmoidF1({ average, beta: 3, smooth: 0.5 }),
      reference: (y: Rows, z: Rows) => softF1Reference(y, s(z, 3, 0), average, 0.5),
    })),
    {
      title: "on probabilities",
      make: () => sigmoidF1({ beta: 4, eta: -0.5, on: "probabilities" }),
      reference: (y, z) =>
        softF1Reference(
          y,
          z.map((row) => row.map((x) => sigma(4 * (sigma(x) - 0.5)))),
        ),
    },
    {
      title: "one beta and eta per class",
      classes: 2,
      make: () => sigmoidF1({ beta: [1, 3], eta: [0, 0.5], average: "samples" }),
      reference: (y, z) =>
        softF1Reference(
          y,
          z.map(([a = 0, b = 0]) => [sigma(a), sigma(3 * (b + 0.5))]),
          "samples",
        ),
    },
  ],
  // z + η = u/2 with u = [[ln 3, 0], [−ln 3, ln 3]], so S(z; 2, 1) = σ(u) = [[3/4, 1/2], [1/4, 3/4]]:
  // the matrices of softF1's case, F = [3/4, 2/3], and slopes β = 2 times as steep.
  byHand: {
    labels: [
      [1, 0],
      [0, 1],
    ],
    logits: [
      [ln3 / 2 - 1, -1],
      [-ln3 / 2 - 1, ln3 / 2 - 1],
    ],
    value: 7 / 24,
    gradient: [
      2 * (-1 / 2) * ((2 - 3 / 4) / 2) * (3 / 16),
      2 * (-1 / 2) * ((0 - 2 / 3) / (9 / 4)) * (1 / 4),
      2 * (-1 / 2) * ((0 - 3 / 4) / 2) * (3 / 16),
      2 * (-1 / 2) * ((2 - 2 / 3) / (9 / 4)) * (3 / 16),
    ],
  },
});

describe("sigmoidF1", () => {
  it("equals softF1 at beta 1, eta 0", () => {
    fc.assert(
      fc.property(batches(), (batch) => {
        expect(evaluate(sigmoidF1(), batch)).toEqual(evaluate(softF1(), batch));
      }),
      { seed: 1 },
    );
  });

  it("tends to 1 − F1 at the threshold z ≥ −eta as beta grows", () => {
    fc.assert(
      fc.property(batches(), ({ labels, logits }) => {
        const y = labels.map((row) => row.map((label) => (label > 0 ? 1 : 0)));
        // away from the threshold, where the limit is not that of the hard decision
        const z = logits.map((row) => row.map((x) => (Math.abs(x + 0.5) < 0.01 ? 0 : x)));
        const hard = z.map((row) => row.map((x) => (x >= -0.5 ? 1 : 0)));
        const { value } = evaluate(sigmoidF1({ beta: 1e4, eta: 0.5 }), { labels: y, logits: z });
        expectClose([value], [softF1Reference(y, hard)]);
      }),
      { seed: 1 },
    );
  });

  it("gives a class without positives the constant 1 and no gradient, unless smooth is above 0", () => {
    const batch = { labels: [[0], [0]], logits: [[1], [-2]] };
    expect(evaluate(sigmoidF1(), batch)).toEqual({ value: 1, gradient: [0, 0] });
    expect(evaluate(sigmoidF1({ smooth: 1 }), batch).gradient.every((g) => g > 0)).toBe(true);
  });

  it("scores are S, at least 0.5 exactly where z ≥ −eta", () => {
    tf.tidy(() => {
      const scores = sigmoidF1({ beta: 3, eta: -1 }).scores(tf.tensor2d([[0.9, 1, 1.1]]));
      expectClose([...scores.dataSync()], [sigma(-0.3), 0.5, sigma(0.3)]);
    });
  });

  it("measures the saturation of its own S", async () => {
    const z = tf.tensor2d([[0, 2]]);
    const { share, meanSlope } = await sigmoidF1({ beta: 4 }).saturation(z);
    z.dispose();
    expect(share).toBe(0.5);
    expect(meanSlope).toBeCloseTo((4 * (0.25 + sigma(8) * sigma(-8))) / 2, 6);
  });
});

describe("sigmoidF1 rejects", () => {
  itRejects(sigmoidF1, [
    [{ beta: 0 }, RangeError, 'sigmoidF1: option "beta" must be a number above 0'],
    [{ beta: Number.NaN }, RangeError, "received NaN"],
    [{ beta: "2" }, TypeError, 'option "beta" must be a number above 0, or an array'],
    [{ beta: [1, "2"] }, TypeError, 'received [1, "2"]'],
    [{ beta: [1, -2] }, RangeError, "received [1, -2]"],
    [{ beta: [] }, RangeError, "received []"],
    [{ eta: Number.POSITIVE_INFINITY }, RangeError, 'option "eta" must be a finite number'],
    [{ on: "scores" }, RangeError, 'option "on" must be one of "logits", "probabilities"'],
    [{ betas: 1 }, TypeError, 'unknown option "betas"; known options: beta, eta, on, average'],
  ]);

  it("a batch whose classes are not as many as the values of an option", () => {
    const call = () =>
      tf.tidy(() => sigmoidF1({ eta: [0, 0] })(tf.zeros([2, 3]), tf.zeros([2, 3])));
    expect(call).toThrow(RangeError);
    expect(call).toThrow('option "eta" has 2 values, one per class, but the batch has 3 classes');
  });
});
