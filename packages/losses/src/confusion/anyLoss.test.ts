import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import { describeLoss } from "../testing/describeLoss.js";
import { expectClose } from "../testing/expectClose.js";
import { expectSameLoss } from "../testing/expectSameLoss.js";
import { itRejects } from "../testing/itRejects.js";
import { quartersBatch } from "../testing/quartersBatch.js";
import type { Rows } from "../testing/Rows.js";
import { sigma } from "../testing/sigma.js";
import { softF1Reference } from "../testing/softF1Reference.js";
import { anyLoss } from "./anyLoss.js";
import { confusionSurrogate } from "./confusionSurrogate.js";
import { sigmoidF1 } from "./sigmoidF1.js";

const ln3 = Math.log(3);
const s = (logits: Rows, scale: number) =>
  logits.map((row) => row.map((z) => sigma(scale * (sigma(z) - 0.5))));

describeLoss("any-loss", {
  settings: [
    {
      title: "scale 4·ln 3",
      make: () => anyLoss({ scale: 4 * ln3 }),
      reference: (y, z) => softF1Reference(y, s(z, 4 * ln3)),
    },
    { title: "defaults", make: anyLoss, reference: (y, z) => softF1Reference(y, s(z, 73)) },
    {
      title: "micro, smooth 1",
      make: () => anyLoss({ scale: 10, average: "micro", smooth: 1 }),
      reference: (y, z) => softF1Reference(y, s(z, 10), "micro", 1),
    },
  ],
  // σ(z) = [[3/4, 1/2], [1/4, 3/4]] and L = 4·ln 3, so that L(σ(z) − ½) = [[ln 3, 0], [−ln 3, ln 3]] = z, and s = σ(z)
  // too: the matrices of softF1's case, F = [3/4, 2/3], 2·tp + fp + fn = [2, 9/4]. ∂s/∂z = L · s(1 − s) · s(1 − s).
  byHand: {
    ...quartersBatch,
    value: 7 / 24,
    gradient: [
      (-1 / 2) * ((2 - 3 / 4) / 2) * (4 * ln3 * (3 / 16) * (3 / 16)),
      (-1 / 2) * ((0 - 2 / 3) / (9 / 4)) * (4 * ln3 * (1 / 4) * (1 / 4)),
      (-1 / 2) * ((0 - 3 / 4) / 2) * (4 * ln3 * (3 / 16) * (3 / 16)),
      (-1 / 2) * ((2 - 2 / 3) / (9 / 4)) * (4 * ln3 * (3 / 16) * (3 / 16)),
    ],
  },
});

describe("anyLoss", () => {
  it("is sigmoidF1 on probabilities with beta L, eta −½", () => {
    const on = { eta: -0.5, on: "probabilities" } as const;
    expectSameLoss(anyLoss(), sigmoidF1({ beta: 73, ...on }));
    expectSameLoss(
      anyLoss({ scale: 20, average: "samples" }),
      sigmoidF1({ beta: 20, average: "samples", ...on }),
    );
  });

  it("takes any metric, as confusionSurrogate does", () => {
    const on = { beta: 5, eta: -0.5, on: "probabilities" } as const;
    const specificity = ({ tn, fp }: { tn: tf.Tensor; fp: tf.Tensor }) =>
      tf.div(tn, tf.add(tf.add(tn, fp), 1e-16));
    for (const metric of ["accuracy", "mcc", specificity] as const)
      expectSameLoss(anyLoss({ scale: 5, metric }), confusionSurrogate({ metric, ...on }));
  });

  it("scores are at least 0.5 exactly where z ≥ 0, and saturation is that of its own S", async () => {
    const z = tf.tensor2d([[-0.01, 0, 0.25, 0.26]]);
    const scores = anyLoss().scores(z);
    const p = [-0.01, 0, 0.25, 0.26].map((x) => sigma(73 * (sigma(x) - 0.5)));
    expectClose([...scores.dataSync()], p);
    const { share } = await anyLoss().saturation(z);
    expect(share).toBe(1 / 4); // only 0.26: S(0.25) = .9894
    tf.dispose([z, scores]);
  });
});

describe("anyLoss rejects", () => {
  itRejects(anyLoss, [
    [{ scale: 0 }, RangeError, 'anyLoss: option "scale" must be a number above 0; received 0'],
    [{ scale: [1, 2] }, TypeError, "received [1, 2]"],
    [
      { metric: "auc" },
      RangeError,
      'anyLoss: option "metric" must be one of "precision", "recall"',
    ],
    [{ metric: "mcc", smooth: 1 }, RangeError, 'anyLoss: option "smooth" has no meaning for "mcc"'],
    [{ beta: 2 }, TypeError, 'unknown option "beta"; known options: scale, metric, average'],
  ]);
});
