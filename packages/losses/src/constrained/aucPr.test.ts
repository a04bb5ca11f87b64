import * as tf from "@tensorflow/tfjs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batches } from "../testing/batches.js";
import { descend } from "../testing/descend.js";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { halvesBatch } from "../testing/halvesBatch.js";
import { itIgnoresBatchSize } from "../testing/itIgnoresBatchSize.js";
import { itRejects } from "../testing/itRejects.js";
import { overClasses } from "../testing/overClasses.js";
import type { Rows } from "../testing/Rows.js";
import { withMultipliers } from "../testing/withMultipliers.js";
import { aucPr } from "./aucPr.js";
import { recallAtPrecision } from "./recallAtPrecision.js";

/** With thresholds 0, and the multipliers of each anchor and class. */
const reference = (anchors: number, lambda: Rows = []) =>
  overClasses(({ missed, alarms, positives, examples }, j) => {
    let total = 0;
    for (let k = 1; k <= anchors; k++) {
      const precision = k / (anchors + 1);
      const violation = missed + (precision / (1 - precision)) * alarms - positives;
      total += missed + (lambda[k - 1]?.[j] ?? 1) * violation;
    }
    return total / anchors / examples;
  });

describeLoss("auc-pr", {
  settings: [
    { title: "2 anchors", make: () => aucPr({ anchors: 2 }), reference: reference(2) },
    { title: "defaults", make: aucPr, reference: reference(10) },
    {
      title: "a multiplier of each anchor and class, λ = |v|",
      classes: 2,
      make: () => withMultipliers(aucPr({ anchors: 2 }), [0.5, -3, 2, 0.25], 2),
      reference: reference(2, [
        [0.5, 3],
        [2, 0.25],
      ]),
    },
  ],
  // Precisions 1/3 and 2/3, so α/(1−α) = 1/2 and 2; λ = 1, thresholds 0. Class 1: L⁺ = 1/2, L⁻ = 1, |Y⁺| = 1:
  // 1 + 1/2 − 1 and 1 + 2 − 1. Class 2: L⁺ = 0, L⁻ = 1/2: 1/4 − 1 and 1 − 1. The means over 2 anchors, 2 classes
  // and N = 2 divide by 8; slopes −2 − 2 at a positive within the margin, 1/2 + 2 at a negative.
  byHand: {
    ...halvesBatch,
    value: 7 / 32,
    gradient: [-4 / 8, 5 / 16, 5 / 16, 0],
  },
});

describe("aucPr", () => {
  it("with one anchor starts as recallAtPrecision at a precision of 1/2", () => {
    fc.assert(
      fc.property(batches(), (batch) => {
        const { value, gradient } = evaluate(aucPr({ anchors: 1 }), batch);
        const expected = evaluate(recallAtPrecision({ target: 0.5 }), batch);
        expectClose([value], [expected.value]);
        expectClose(gradient, expected.gradient);
      }),
      { seed: 1 },
    );
  });

  it("shifts the logits of each anchor and class by its threshold", () => {
    tf.tidy(() => {
      const loss = aucPr({ anchors: 1 });
      loss.onTrainBegin({ examples: 2, counts: [1, 1] });
      const threshold = loss.variables[1] as tf.Variable;
      threshold.assign(tf.tensor2d([[0.5, -1]]));
      const y = tf.tensor2d([
        [1, 0],
        [0, 1],
      ]);
      const z = tf.tensor2d([
        [0.5, 0.25],
        [0, -1.5],
      ]);
      const expected = recallAtPrecision({ target: 0.5 })(y, tf.sub(z, tf.tensor1d([0.5, -1])));
      expectClose([...loss(y, z).dataSync()], [...expected.dataSync()]);
    });
  });

  it("trains λ and thresholds with the weights: higher precisions get higher thresholds", () => {
    // 20 kinds of examples, told apart by one feature t; the share of positives grows with it.
    const examples = Array.from({ length: 20 }, (_, kind) =>
      Array.from({ length: 20 }, (_, i) => ({ x: [kind / 19], y: [i < kind ? 1 : 0] })),
    ).flat();
    const x = tf.tensor2d(examples.map((example) => example.x));
    const y = tf.tensor2d(examples.map((example) => example.y));
    const loss = aucPr({ anchors: 3 });
    const steps = descend(loss, x, y, tf.train.adam(0.05), 400);
    expect(loss.variables.map(({ shape, trainable }) => ({ shape, trainable }))).toEqual([
      { shape: [3, 1], trainable: true },
      { shape: [3, 1], trainable: true },
    ]);
    const [low = 0, middle = 0, high = 0] = steps.at(-1)?.variables[1] ?? [];
    expect(low).toBeLessThan(middle);
    expect(middle).toBeLessThan(high);
    loss.dispose();
    tf.dispose([x, y]);
  });

  itIgnoresBatchSize(aucPr);
});

describe("aucPr rejects", () => {
  itRejects(aucPr, [
    [
      { anchors: 0 },
      RangeError,
      'aucPr: option "anchors" must be an integer of at least 1; received 0',
    ],
    [{ anchors: 2.5 }, RangeError, "received 2.5"],
    [{ anchors: "3" }, TypeError, 'received "3"'],
    [{ target: 0.9 }, TypeError, 'unknown option "target"; known options: anchors'],
  ]);
});
