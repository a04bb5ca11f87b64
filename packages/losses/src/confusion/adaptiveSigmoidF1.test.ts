import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itRejects } from "../testing/itRejects.js";
import type { Rows } from "../testing/Rows.js";
import { sigma } from "../testing/sigma.js";
import { softF1Reference } from "../testing/softF1Reference.js";
import { adaptiveSigmoidF1 } from "./adaptiveSigmoidF1.js";
import { sigmoidF1 } from "./sigmoidF1.js";

const s = (logits: Rows, beta: number, eta: number) =>
  logits.map((row) => row.map((z) => sigma(beta * (z + eta))));
const ln3 = Math.log(3);

describeLoss("adaptive-sigmoid-f1", {
  settings: [
    {
      title: "first epoch",
      make: () => adaptiveSigmoidF1({ from: 2, eta: 1 }),
      reference: (y, z) => softF1Reference(y, s(z, 2, 1)),
    },
    {
      title: "middle epoch, micro",
      make: () => {
        const loss = adaptiveSigmoidF1({ from: 1, to: 9, average: "micro", smooth: 1 });
        loss.onEpochBegin(1, 3);
        return loss;
      },
      reference: (y, z) => softF1Reference(y, s(z, 3, 0), "micro", 1),
    },
    {
      title: "on probabilities",
      make: () => adaptiveSigmoidF1({ from: 4, eta: -0.5, on: "probabilities" }),
      reference: (y, z) =>
        softF1Reference(
          y,
          z.map((row) => row.map((x) => sigma(4 * (sigma(x) - 0.5)))),
        ),
    },
    {
      title: "one eta per class, samples, smooth 0.5",
      classes: 2,
      make: () => adaptiveSigmoidF1({ from: 3, eta: [0, 0.5], average: "samples", smooth: 0.5 }),
      reference: (y, z) =>
        softF1Reference(
          y,
          z.map(([a = 0, b = 0]) => [sigma(3 * a), sigma(3 * (b + 0.5))]),
          "samples",
          0.5,
        ),
    },
  ],
  // S(z; 2, 1) as in sigmoidF1's case: matrices with F = [3/4, 2/3], slopes β = 2 times as steep.
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

describe("adaptiveSigmoidF1", () => {
  const betas = (curve: "linear" | "geometric" | "cosine") => {
    const loss = adaptiveSigmoidF1({ from: 1, to: 16, curve });
    return [0, 1, 2, 3, 4].map((epoch) => {
      loss.onEpochBegin(epoch, 5);
      return loss.schedule.beta;
    });
  };

  it.each([
    ["linear", [1, 4.75, 8.5, 12.25, 16]],
    ["geometric", [1, 2, 4, 8, 16]],
    ["cosine", [1, 1 + 7.5 * (1 - Math.SQRT1_2), 8.5, 1 + 7.5 * (1 + Math.SQRT1_2), 16]],
  ] as const)("moves beta from `from` to `to` on the %s curve", (curve, expected) => {
    expectClose(betas(curve), expected, 1e-12);
  });

  it("goes geometrically from 1 to 10 by default, and stays at `from` in a single epoch", () => {
    const loss = adaptiveSigmoidF1();
    expect(loss.schedule).toEqual({ beta: 1 });
    loss.onEpochBegin(1, 3);
    expect(loss.schedule.beta).toBeCloseTo(Math.sqrt(10), 12);
    loss.onEpochBegin(0, 1);
    expect(loss.schedule).toEqual({ beta: 1 });
  });

  it("is sigmoidF1 at its current beta: value, gradient, scores and saturation", async () => {
    const batch = {
      labels: [
        [1, 0],
        [1, 1],
      ],
      logits: [
        [0.3, -1],
        [2, -0.5],
      ],
    };
    const adaptive = adaptiveSigmoidF1({ from: 1, to: 4, eta: 0.25 });
    adaptive.onEpochBegin(1, 2);
    const fixed = sigmoidF1({ beta: 4, eta: 0.25 });
    expect(evaluate(adaptive, batch)).toEqual(evaluate(fixed, batch));
    const z = tf.tensor2d(batch.logits);
    tf.tidy(() => {
      expect(adaptive.scores(z).dataSync()).toEqual(fixed.scores(z).dataSync());
    });
    expect(await adaptive.saturation(z)).toEqual(await fixed.saturation(z));
    z.dispose();
  });

  it("takes beta as a tensor in place of its schedule, so that a traced step can feed it", () => {
    tf.tidy(() => {
      const y = tf.tensor2d([[1, 0]]);
      const z = tf.tensor2d([[0.3, -1]]);
      const fed = adaptiveSigmoidF1()(y, z, { beta: tf.scalar(7) });
      expect(fed.dataSync()).toEqual(sigmoidF1({ beta: 7 })(y, z).dataSync());
    });
  });

  it("rejects an epoch that is not from 0 to epochs − 1", () => {
    for (const [epoch, epochs] of [
      [3, 3],
      [-1, 3],
      [0.5, 3],
      [0, 0],
    ] as const) {
      const call = () => adaptiveSigmoidF1().onEpochBegin(epoch, epochs);
      expect(call).toThrow(RangeError);
      expect(call).toThrow(`received epoch ${epoch}, epochs ${epochs}`);
    }
  });
});

describe("adaptiveSigmoidF1 rejects", () => {
  itRejects(adaptiveSigmoidF1, [
    [
      { from: 0 },
      RangeError,
      'adaptiveSigmoidF1: option "from" must be a number above 0; received 0',
    ],
    [{ to: "10" }, TypeError, 'option "to" must be a number above 0; received "10"'],
    [
      { curve: "step" },
      RangeError,
      'option "curve" must be one of "linear", "geometric", "cosine"',
    ],
    [{ beta: 2 }, TypeError, 'unknown option "beta"; known options: from, to, curve, eta'],
  ]);
});
