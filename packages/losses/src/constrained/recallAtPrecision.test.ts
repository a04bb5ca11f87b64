import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import { binaryCrossEntropy } from "../elementwise/binaryCrossEntropy.js";
import type { MultilabelLoss } from "../MultilabelLoss.js";
import { descend } from "../testing/descend.js";
import { describeLoss } from "../testing/describeLoss.js";
import { expectClose } from "../testing/expectClose.js";
import { halvesBatch } from "../testing/halvesBatch.js";
import { itIgnoresBatchSize } from "../testing/itIgnoresBatchSize.js";
import { itMovesMultipliers } from "../testing/itMovesMultipliers.js";
import { itRejects } from "../testing/itRejects.js";
import { type ClassSums, overClasses } from "../testing/overClasses.js";
import { withMultipliers } from "../testing/withMultipliers.js";
import { recallAtPrecision } from "./recallAtPrecision.js";

const violation = ({ missed, alarms, positives }: ClassSums, odds: number) =>
  missed + odds * alarms - positives;
const reference = (odds: number, lambda: readonly number[] = []) =>
  overClasses(
    (sums, j) => (sums.missed + (lambda[j] ?? 1) * violation(sums, odds)) / sums.examples,
  );

describeLoss("recall-at-precision", {
  settings: [
    {
      title: "target 0.75",
      make: () => recallAtPrecision({ target: 0.75 }),
      reference: reference(3),
    },
    { title: "defaults", make: recallAtPrecision, reference: reference(9) },
    {
      title: "multipliers 0.5 and 3, of variables 0.5 and −3",
      classes: 2,
      make: () => withMultipliers(recallAtPrecision(), [0.5, -3], 2),
      reference: reference(9, [0.5, 3]),
    },
  ],
  // λ = 1 and α/(1−α) = 3. Class 1: L⁺ = 1 − 1/2, L⁻ = 1 + 0, |Y⁺| = 1: 2·(1/2) + 3·1 − 1 = 3. Class 2: L⁺ = 0,
  // L⁻ = 1 − 1/2: 3·(1/2) − 1 = 1/2. The mean over 2 classes of those over N = 2 quarters all; slopes −2 at a
  // positive within the margin, 3 at a negative.
  byHand: {
    ...halvesBatch,
    value: 7 / 8,
    gradient: [-2 / 4, 3 / 4, 3 / 4, 0],
  },
});

/** Precision and recall of one class at z ≥ 0, after training by Adam. */
function trained(loss: MultilabelLoss, x: tf.Tensor2D, y: tf.Tensor2D) {
  const { logits } = descend(loss, x, y, tf.train.adam(0.05), 600).at(-1)!; // never without a last step
  const labels = [...y.dataSync()];
  const predicted = logits.filter((z) => z >= 0).length;
  const right = logits.filter((z, i) => z >= 0 && labels[i] === 1).length;
  const positives = labels.reduce((a, b) => a + b, 0);
  return { precision: right / predicted, recall: right / positives };
}

describe("recallAtPrecision", () => {
  it("reaches its precision in training where cross-entropy at 0.5 does not", () => {
    // Three kinds of examples: 60 positives; 20 positives among 18 negatives; 100 negatives. Cross-entropy takes the
    // second kind for positive: precision 80/98 = 0.82. A precision of 0.9 leaves it out, at a recall of 60/80.
    const kinds = [
      [60, 0],
      [20, 18],
      [0, 100],
    ];
    const examples = kinds.flatMap(([positives = 0, negatives = 0], kind) =>
      Array.from({ length: positives + negatives }, (_, i) => ({
        x: kinds.map((_, k) => (k === kind ? 1 : 0)),
        y: [i < positives ? 1 : 0],
      })),
    );
    const x = tf.tensor2d(examples.map((example) => example.x));
    const y = tf.tensor2d(examples.map((example) => example.y));
    const loss = recallAtPrecision({ target: 0.9 });
    const constrained = trained(loss, x, y);
    expect(constrained.precision).toBeGreaterThanOrEqual(0.9);
    expect(constrained.recall).toBeCloseTo(60 / 80, 6);
    expect(trained(binaryCrossEntropy(), x, y).precision).toBeCloseTo(80 / 98, 6);
    loss.dispose();
    tf.dispose([x, y]);
  });

  itMovesMultipliers(
    () => recallAtPrecision({ target: 0.75 }),
    (classes) => classes.map((sums) => violation(sums, 3)),
  );

  itIgnoresBatchSize(recallAtPrecision);

  it("takes λ for |λ|, with the slope of the side it is on", () => {
    tf.tidy(() => {
      const loss = recallAtPrecision({ target: 0.75 });
      loss.onTrainBegin({ examples: 2, counts: [1] });
      const [lambda] = loss.variables as [tf.Variable];
      const y = tf.tensor2d([[1], [0]]);
      const z = tf.tensor2d([[0.5], [0]]); // violation (1/2 + 3 − 1) / 2 = 5/4
      const at = (value: number) => {
        lambda.assign(tf.tensor1d([value]));
        const { value: total, grads } = tf.variableGrads(() => loss(y, z), [lambda]);
        return [total, grads[lambda.name] as tf.Tensor].map((t) => t.dataSync()[0] as number);
      };
      expectClose(at(2), [1 / 4 + 2 * (5 / 4), -5 / 4]);
      expectClose(at(-2), [1 / 4 + 2 * (5 / 4), 5 / 4]);
      expectClose(at(0), [1 / 4, -5 / 4]);
      loss.dispose();
    });
  });

  it("makes λ trainable, 1 for each class, at onTrainBegin or the first call, and anew each time", () => {
    const loss = recallAtPrecision();
    expect(loss.variables).toEqual([]);
    tf.tidy(() => loss(tf.zeros([4, 3]), tf.zeros([4, 3])));
    const [first] = loss.variables as [tf.Variable];
    expect(first.trainable).toBe(true);
    expect([...first.dataSync()]).toEqual([1, 1, 1]);
    first.assign(tf.tensor1d([2, 2, 2]));
    loss.onTrainBegin({ examples: 9, counts: [4, 0] });
    expect(first.isDisposed).toBe(true);
    expect(loss.variables.map((variable) => [...variable.dataSync()])).toEqual([[1, 1]]);
    expect(() => tf.tidy(() => loss(tf.zeros([4, 3]), tf.zeros([4, 3])))).toThrow(RangeError);
    loss.dispose();
    expect(loss.variables).toEqual([]);
  });
});

describe("recallAtPrecision rejects", () => {
  itRejects(recallAtPrecision, [
    [
      { target: 1 },
      RangeError,
      'recallAtPrecision: option "target" must be a number above 0 and below 1; received 1',
    ],
    [{ target: 0 }, RangeError, "received 0"],
    [{ target: "0.9" }, TypeError, 'received "0.9"'],
    [{ precision: 0.9 }, TypeError, 'unknown option "precision"; known options: target'],
  ]);
});
