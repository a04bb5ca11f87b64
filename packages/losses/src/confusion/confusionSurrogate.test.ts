import * as tf from "@tensorflow/tfjs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batches } from "../testing/batches.js";
import { type Cells, confusionReference } from "../testing/confusionReference.js";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { expectSameLoss } from "../testing/expectSameLoss.js";
import { itRejects } from "../testing/itRejects.js";
import { quartersBatch } from "../testing/quartersBatch.js";
import type { Rows } from "../testing/Rows.js";
import { sigma } from "../testing/sigma.js";
import type { CellMetric } from "./CellMetric.js";
import { confusionSurrogate } from "./confusionSurrogate.js";
import type { ConfusionMetricName } from "./metricLoss.js";
import { sigmoidF1 } from "./sigmoidF1.js";

const EPSILON = 1e-16;
const s = (logits: Rows, beta = 1, eta = 0) =>
  logits.map((row) => row.map((z) => sigma(beta * (z + eta))));

/** The ready-made metrics in double precision. */
const metrics: Record<ConfusionMetricName, (cells: Cells, k?: number, epsilon?: number) => number> =
  {
    precision: ({ tp, fp }, k = 0, e = EPSILON) => (tp + k) / (tp + fp + e + k),
    recall: ({ tp, fn }, k = 0, e = EPSILON) => (tp + k) / (tp + fn + e + k),
    specificity: ({ tn, fp }, k = 0, e = EPSILON) => (tn + k) / (tn + fp + e + k),
    npv: ({ tn, fn }, k = 0, e = EPSILON) => (tn + k) / (tn + fn + e + k),
    accuracy: ({ tp, fp, fn, tn }, k = 0, e = EPSILON) =>
      (tp + tn + k) / (tp + fp + fn + tn + e + k),
    jaccard: ({ tp, fp, fn }, k = 0, e = EPSILON) => (tp + k) / (tp + fp + fn + e + k),
    f1: ({ tp, fp, fn }, k = 0, e = EPSILON) => (2 * tp + k) / (2 * tp + fp + fn + e + k),
    mcc: ({ tp, fp, fn, tn }, _, e = EPSILON) =>
      (tp * tn - fp * fn) /
      (Math.sqrt((tp + fp) * (tp + fn) + e) * Math.sqrt((tn + fp) * (tn + fn) + e)),
  };
const names = Object.keys(metrics) as ConfusionMetricName[];

const over = (a: tf.Tensor, b: tf.Tensor) => tf.div(a, tf.add(tf.add(a, b), EPSILON));

/** The same, as a caller writes them. */
const written: Record<ConfusionMetricName, CellMetric> = {
  precision: ({ tp, fp }) => over(tp, fp),
  recall: ({ tp, fn }) => over(tp, fn),
  specificity: ({ tn, fp }) => over(tn, fp),
  npv: ({ tn, fn }) => over(tn, fn),
  accuracy: ({ tp, fp, fn, tn }) => over(tf.add(tp, tn), tf.add(fp, fn)),
  jaccard: ({ tp, fp, fn }) => over(tp, tf.add(fp, fn)),
  f1: ({ tp, fp, fn }) => over(tf.mul(tp, 2), tf.add(fp, fn)),
  mcc: ({ tp, fp, fn, tn }) => {
    const root = (a: tf.Tensor, b: tf.Tensor) => tf.sqrt(tf.add(tf.mul(a, b), EPSILON));
    const roots = tf.mul(
      root(tf.add(tp, fp), tf.add(tp, fn)),
      root(tf.add(tn, fp), tf.add(tn, fn)),
    );
    return tf.div(tf.sub(tf.mul(tp, tn), tf.mul(fp, fn)), roots);
  },
};

/** Informedness: recall + specificity − 1. */
const informedness: CellMetric = ({ tp, fp, fn, tn }) =>
  tf.sub(tf.add(over(tp, fn), over(tn, fp)), 1);

describeLoss("confusion-surrogate", {
  settings: [
    {
      title: "mcc",
      make: () => confusionSurrogate({ metric: "mcc" }),
      reference: (y, z) => confusionReference(y, s(z), metrics.mcc),
    },
    ...names.map((metric) => ({
      title: `${metric}, samples`,
      make: () => confusionSurrogate({ metric, average: "samples" }),
      reference: (y: Rows, z: Rows) => confusionReference(y, s(z), metrics[metric], "samples"),
    })),
    ...names
      .filter((metric) => metric !== "mcc")
      .map((metric) => ({
        title: `${metric}, smooth 2, beta 2, eta 0.5`,
        make: () => confusionSurrogate({ metric, smooth: 2, beta: 2, eta: 0.5 }),
        reference: (y: Rows, z: Rows) =>
          confusionReference(y, s(z, 2, 0.5), (cells) => metrics[metric](cells, 2)),
      })),
    ...names.map((metric) => ({
      title: `${metric}, epsilon 0.1`,
      make: () => confusionSurrogate({ metric, epsilon: 0.1 }),
      reference: (y: Rows, z: Rows) =>
        confusionReference(y, s(z), (cells) => metrics[metric](cells, 0, 0.1)),
    })),
    ...(["macro", "micro", "samples"] as const).map((average) => ({
      title: `informedness, written by the caller, ${average}`,
      make: () => confusionSurrogate({ metric: informedness, average }),
      reference: (y: Rows, z: Rows) =>
        confusionReference(
          y,
          s(z),
          (cells) => metrics.recall(cells) + metrics.specificity(cells) - 1,
          average,
        ),
    })),
  ],
  // s = σ(z) = [[3/4, 1/2], [1/4, 3/4]]. Each class has one positive and one negative.
  // Class 0: tp 3/4, fp 1/4, fn 1/4, tn 3/4: (9/16 − 1/16)/√(1·1·1·1) = 1/2.
  // Class 1: tp 3/4, fp 1/2, fn 1/4, tn 1/2: (3/8 − 1/8)/√(5/4·1·1·3/4) = (1/4)/(√15/4) = 1/√15.
  // Loss 1 − (1/2 + 1/√15)/2. A positive's s moves the numerator by tn + fp = 1, a negative's by −(fn + tp) = −1;
  // both move tp + fp up and tn + fn down. With R for the root, ∂m/∂s = (2y − 1)/R − m/2·(1/(tp+fp) − 1/(tn+fn)):
  // class 0: 2y − 1; class 1: (2y − 1)·4/√15 − (1/(2√15))·(4/5 − 4/3) = ((2y − 1)·60 + 4)/(15√15).
  // ∂loss/∂z = −1/2 · ∂m/∂s · s(1 − s).
  byHand: {
    ...quartersBatch,
    value: 1 - (1 / 2 + 1 / Math.sqrt(15)) / 2,
    gradient: [
      (-1 / 2) * 1 * (3 / 16),
      (-1 / 2) * (-56 / (15 * Math.sqrt(15))) * (1 / 4),
      (-1 / 2) * -1 * (3 / 16),
      (-1 / 2) * (64 / (15 * Math.sqrt(15))) * (3 / 16),
    ],
  },
});

describe("confusionSurrogate", () => {
  it("is sigmoidF1 by default", () => {
    const options = { beta: 2, eta: [0.5], average: "samples", smooth: 0.5 } as const;
    const batch = { labels: [[1], [0], [1]], logits: [[0.3], [-1], [-2]] };
    expect(evaluate(confusionSurrogate(options), batch)).toEqual(
      evaluate(sigmoidF1(options), batch),
    );
    expectSameLoss(confusionSurrogate(), sigmoidF1());
  });

  it.each(names)("has for %s the value and gradient of the same metric written out", (metric) => {
    for (const average of ["macro", "micro", "samples"] as const)
      expectSameLoss(
        confusionSurrogate({ metric, average }),
        confusionSurrogate({ metric: written[metric], average }),
      );
  });

  it.each(names)("tends to one minus %s at the threshold z ≥ −eta as beta grows", (metric) => {
    fc.assert(
      fc.property(batches(), ({ labels, logits }) => {
        const y = labels.map((row) => row.map((label) => (label > 0 ? 1 : 0)));
        // away from the threshold, where the limit is not that of the hard decision
        const z = logits.map((row) => row.map((x) => (Math.abs(x + 0.5) < 0.01 ? 0 : x)));
        const hard = z.map((row) => row.map((x) => (x >= -0.5 ? 1 : 0)));
        const loss = confusionSurrogate({ metric, beta: 1e4, eta: 0.5 });
        const { value } = evaluate(loss, { labels: y, logits: z });
        expectClose([value], [confusionReference(y, hard, metrics[metric])]);
      }),
      { seed: 1 },
    );
  });

  it.each(names)("keeps the loss of %s in its range on large batches near saturation", (metric) => {
    const loss = confusionSurrogate({ metric });
    for (const size of [12, 15, 17, 30]) {
      for (const positives of [0, 1, 150, 299, 300]) {
        const rows = Array.from({ length: 300 }, (_, i) => i);
        const labels = rows.map((i) => [i < positives ? 1 : 0]);
        for (const sign of [1, -1]) {
          const logits = rows.map((i) => [sign * size * (1 + i / 600)]);
          const { value, gradient } = evaluate(loss, { labels, logits });
          expect(value).toBeGreaterThanOrEqual(-1e-5);
          expect(value).toBeLessThanOrEqual(metric === "mcc" ? 2 : 1 + 1e-5);
          expect(gradient.filter((g) => !Number.isFinite(g))).toEqual([]);
        }
      }
    }
  });

  it("gives the caller's metric one entry per matrix that broadcasts against the batch, none below 0", () => {
    const seen: { shape: number[]; least: number }[] = [];
    const metric: CellMetric = ({ tp, fp, fn, tn }) => {
      for (const cell of [tp, fp, fn, tn])
        seen.push({ shape: cell.shape, least: tf.min(cell).dataSync()[0] ?? Number.NaN });
      return tp;
    };
    const [y, z] = [tf.ones([3, 2]), tf.fill([3, 2], 20)];
    for (const [average, shape] of [
      ["macro", [1, 2]],
      ["micro", [1, 1]],
      ["samples", [3, 1]],
    ] as const) {
      seen.length = 0;
      tf.dispose(confusionSurrogate({ metric, average })(y, z));
      expect(seen.map((cell) => cell.shape)).toEqual([shape, shape, shape, shape]);
      expect(seen.every(({ least }) => least >= 0)).toBe(true);
    }
    tf.dispose([y, z]);
  });

  it("takes an epsilon down to 1e-30 without an infinite gradient", () => {
    for (const metric of names)
      for (const label of [0, 1])
        for (const logit of [-1e4, -60, 60, 1e4]) {
          const loss = confusionSurrogate({ metric, epsilon: 1e-30 });
          const { value, gradient } = evaluate(loss, { labels: [[label]], logits: [[logit]] });
          expect([value, ...gradient].filter((x) => !Number.isFinite(x))).toEqual([]);
        }
  });

  it("scores are S, at least 0.5 exactly where z ≥ −eta, and saturation is that of S", async () => {
    const loss = confusionSurrogate({ beta: 3, eta: -1, metric: "recall" });
    const z = tf.tensor2d([[0.9, 1, 1.1, 9]]);
    const scores = loss.scores(z);
    expectClose([...scores.dataSync()], [sigma(-0.3), 0.5, sigma(0.3), 1]);
    expect((await loss.saturation(z)).share).toBe(1 / 4);
    tf.dispose([z, scores]);
  });
});

describe("confusionSurrogate rejects", () => {
  const list = '"precision", "recall", "specificity", "npv", "accuracy", "jaccard", "f1", "mcc"';
  itRejects(confusionSurrogate, [
    [
      { metric: "auc" },
      RangeError,
      `confusionSurrogate: option "metric" must be one of ${list}, or a function; received "auc"`,
    ],
    [{ metric: "toString" }, RangeError, 'received "toString"'],
    [{ metric: 1 }, TypeError, 'option "metric"'],
    [
      { metric: "mcc", smooth: 1 },
      RangeError,
      'option "smooth" has no meaning for "mcc"; received 1',
    ],
    [
      { metric: informedness, smooth: 1 },
      RangeError,
      `option "smooth" has no meaning for a function; received 1`,
    ],
    [
      { metric: informedness, epsilon: 1e-7 },
      RangeError,
      `option "epsilon" has no meaning for a function; received 1e-7`,
    ],
    [{ beta: 0 }, RangeError, 'option "beta" must be a number above 0'],
    [{ b: 2 }, TypeError, 'unknown option "b"; known options: metric, beta, eta, on, average'],
  ]);

  it("a metric of one's own that gives anything but one value per matrix", () => {
    const call = (metric: unknown) => () =>
      tf.tidy(() =>
        confusionSurrogate({ metric: metric as CellMetric })(tf.zeros([4, 3]), tf.zeros([4, 3])),
      );
    const mean = call(({ tp }: { tp: tf.Tensor }) => tf.mean(tp));
    expect(mean).toThrow(TypeError);
    expect(mean).toThrow("confusionSurrogate: metric must give the shape [1, 3]; received []");
    expect(call(() => 1)).toThrow(TypeError);
    expect(call(() => 1)).toThrow("received 1");
  });
});
