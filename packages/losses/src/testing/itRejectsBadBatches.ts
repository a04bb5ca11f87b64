import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import type { MultilabelLoss } from "../MultilabelLoss.js";

/** Wrong arguments of a call are errors that name the argument and what was received. */
export function itRejectsBadBatches(title: string, make: () => MultilabelLoss): void {
  const z = () => tf.zeros<tf.Rank.R2>([2, 3]);
  const cases: [what: string, labels: () => tf.Tensor, logits: () => tf.Tensor, error: RegExp][] = [
    [
      "labels of another shape",
      () => tf.zeros([3, 2]),
      z,
      /yTrue must have the shape.*\[2,3\].*\[3,2\]/,
    ],
    ["labels of another rank", () => tf.zeros([6]), z, /yTrue must have the shape.*\[6\]/],
    [
      "logits of rank 1",
      () => tf.zeros([3]),
      () => tf.zeros([3]),
      /yPred must have the shape.*\[3\]/,
    ],
    ["no example", () => tf.zeros([0, 3]), () => tf.zeros([0, 3]), /yPred .*\[0,3\]/],
    ["integer logits", z, () => tf.zeros([2, 3], "int32"), /yPred must be float32.*int32/],
    [
      "a label of 2",
      () => tf.fill([2, 3], 2),
      z,
      /yTrue .*\[0, 1\]; received 2 at example 0, class 0/,
    ],
    [
      "a label of −1",
      () =>
        tf.tensor2d([
          [0, 1, 0],
          [0, -1, 1],
        ]),
      z,
      /received -1 at example 1, class 1/,
    ],
    ["a NaN label", () => tf.fill([2, 3], Number.NaN), z, /yTrue .*received NaN/],
    [
      "labels of strings",
      () => tf.tensor2d(["a", "b", "c", "d", "e", "f"], [2, 3]),
      z,
      /yTrue must hold numbers.*string/,
    ],
    ["labels that are no tensor", () => [[0]] as unknown as tf.Tensor, z, /yTrue must be a tensor/],
    ["logits that are no tensor", z, () => 3 as unknown as tf.Tensor, /yPred must be a tensor.*3/],
  ];
  for (const [what, labels, logits, error] of cases)
    it(`${title}: rejects ${what}`, () => {
      tf.tidy(() => {
        const loss = make();
        const call = () => loss(labels(), logits());
        expect(call).toThrow(error);
        expect(call).toThrow(new RegExp(`^${loss.name}: `));
      });
    });

  it(`${title}: scores rejects what is no matrix of logits`, () => {
    tf.tidy(() => {
      expect(() => make().scores(tf.zeros([3]) as unknown as tf.Tensor2D)).toThrow(
        /logits .*\[3\]/,
      );
    });
  });
}
