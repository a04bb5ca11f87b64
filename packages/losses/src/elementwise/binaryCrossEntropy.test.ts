import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itRejects } from "../testing/itRejects.js";
import { meanOverEntries } from "../testing/meanOverEntries.js";
import { quartersBatch } from "../testing/quartersBatch.js";
import { sigma } from "../testing/sigma.js";
import { binaryCrossEntropy } from "./binaryCrossEntropy.js";

const ln3 = Math.log(3);
const crossEntropy = (y: number, z: number, w = 1) =>
  -w * y * Math.log(sigma(z)) - (1 - y) * Math.log(sigma(-z));

describeLoss("binary-cross-entropy", {
  settings: [
    {
      title: "defaults",
      make: binaryCrossEntropy,
      reference: meanOverEntries((y, z) => crossEntropy(y, z)),
    },
    {
      title: "posWeight 3",
      make: () => binaryCrossEntropy({ posWeight: 3 }),
      reference: meanOverEntries((y, z) => crossEntropy(y, z, 3)),
    },
    {
      title: "labelSmoothing 0.2",
      make: () => binaryCrossEntropy({ labelSmoothing: 0.2 }),
      reference: meanOverEntries((y, z) => crossEntropy(0.8 * y + 0.1, z)),
    },
    {
      title: "posWeight 3 and labelSmoothing 0.2",
      make: () => binaryCrossEntropy({ posWeight: 3, labelSmoothing: 0.2 }),
      reference: meanOverEntries((y, z) => crossEntropy(0.8 * y + 0.1, z, 3)),
    },
    {
      title: "sum",
      make: () => binaryCrossEntropy({ reduction: "sum" }),
      reference: (y, z) =>
        meanOverEntries((label, logit) => crossEntropy(label, logit))(y, z) * y.flat().length,
    },
    {
      title: "one posWeight per class",
      classes: 3,
      make: () => binaryCrossEntropy({ posWeight: [1, 2, 5] }),
      reference: meanOverEntries((y, z, j) => crossEntropy(y, z, [1, 2, 5][j])),
    },
  ],
  // p = σ(z) = [[3/4, 1/2], [1/4, 3/4]]; the probability of each label is 3/4, 1/2, 3/4, 3/4.
  // ∂loss/∂z = (p − y)/4.
  byHand: {
    ...quartersBatch,
    value: (3 * Math.log(4 / 3) + Math.log(2)) / 4,
    gradient: [-1 / 16, 1 / 8, 1 / 16, -1 / 16],
  },
});

describe("binaryCrossEntropy", () => {
  it("keeps the gradient σ(z) − y at z = 0 exactly, where a head starts", () => {
    const batch = { labels: [[1], [0]], logits: [[0], [0]] };
    expect(evaluate(binaryCrossEntropy({ reduction: "sum" }), batch).gradient).toEqual([-0.5, 0.5]);
  });

  it("is |z| where a label is wrong at |z| = 1e4, and 0 where it is right", () => {
    const loss = binaryCrossEntropy({ reduction: "sum" });
    const at = (y: number, z: number) => evaluate(loss, { labels: [[y]], logits: [[z]] }).value;
    expect([at(1, -1e4), at(0, 1e4), at(1, 1e4), at(0, -1e4)]).toEqual([1e4, 1e4, 0, 0]);
  });

  it("gives the unreduced terms through elements, checked like the loss", () => {
    tf.tidy(() => {
      const loss = binaryCrossEntropy();
      const terms = loss.elements(tf.tensor2d([[1, 0]]), tf.tensor2d([[ln3, 0]]));
      expect(terms.shape).toEqual([1, 2]);
      expectClose([...terms.dataSync()], [Math.log(4 / 3), Math.log(2)]);
      expect(() => loss.elements(tf.zeros([2, 1]), tf.zeros([1, 2]))).toThrow(RangeError);
    });
  });

  it("scores are σ(z)", () => {
    tf.tidy(() => {
      const scores = binaryCrossEntropy({ posWeight: 9 }).scores(tf.tensor2d([[-ln3, 0, ln3]]));
      expectClose([...scores.dataSync()], [1 / 4, 1 / 2, 3 / 4]);
    });
  });

  it("has no saturation, for it has no S", () => {
    expect(binaryCrossEntropy().saturation).toBeUndefined();
  });
});

describe("binaryCrossEntropy rejects", () => {
  itRejects(binaryCrossEntropy, [
    [
      { posWeight: 0 },
      RangeError,
      'binaryCrossEntropy: option "posWeight" must be a number above 0',
    ],
    [{ posWeight: null }, TypeError, "received null"],
    [{ labelSmoothing: 1.5 }, RangeError, "must be a number in [0, 1]; received 1.5"],
    [{ reduction: "none" }, RangeError, "loss.elements(yTrue, yPred)"],
    [{ pos_weight: 2 }, TypeError, "known options: posWeight, labelSmoothing, reduction"],
  ]);
});
