import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itRejects } from "../testing/itRejects.js";
import { quartersBatch } from "../testing/quartersBatch.js";
import type { Reference, Rows } from "../testing/Rows.js";
import { sigma } from "../testing/sigma.js";
import { type Tencent, tencent } from "./tencent.js";

const present = (t: number) => Math.max(0.01, Math.log10(10 / (0.01 + t)));
const absent = (t: number) => Math.max(0.01, Math.log10(10 / (8 + t)));

/** The loss's first draw. */
const firstDraw = (classes: number, seed?: number) =>
  tf.tidy(() => [
    ...tencent(seed === undefined ? {} : { seed })
      .draw(1, classes)
      .uniforms!.dataSync(), // named by its type
  ]);

/** A first batch: t = 1 for every class. */
const reference =
  (w: readonly number[], q: number): Reference =>
  (labels, logits) => {
    const classes = labels[0]?.length ?? 0;
    const uniforms = firstDraw(classes);
    const terms = uniforms.flatMap((uniform, j) => {
      const column = labels.map((row) => row[j] ?? Number.NaN);
      const isPresent = column.some((y) => y > 0);
      if (!isPresent && uniform >= q) return [];
      const crossEntropy = column.map((y, i) => {
        const z = logits[i]?.[j] ?? Number.NaN;
        return -(w[j] ?? w[0] ?? 12) * y * Math.log(sigma(z)) - (1 - y) * Math.log(sigma(-z));
      });
      const mean = crossEntropy.reduce((a, c) => a + c, 0) / column.length;
      return [(isPresent ? present(1) : absent(1)) * mean];
    });
    return terms.length === 0 ? 0 : terms.reduce((a, t) => a + t, 0) / terms.length;
  };

describeLoss("tencent", {
  settings: [
    {
      title: "defaults",
      make: tencent,
      reference: reference([], 0.3),
      distinctClasses: true,
    },
    {
      title: "all classes kept, posWeight 2",
      make: () => tencent({ keep: 1, posWeight: 2 }),
      reference: reference([2], 1),
    },
    {
      title: "only present classes",
      make: () => tencent({ keep: 0 }),
      reference: reference([], 0),
    },
    {
      title: "one posWeight per class",
      classes: 3,
      make: () => tencent({ posWeight: [1, 2, 5] }),
      reference: reference([1, 2, 5], 0.3),
    },
  ],
  // Both classes are present, t = 1, r = log₁₀(10/1.01), m = 2. p = σ(z) = [[3/4, 1/2], [1/4, 3/4]].
  // Class 0: (12·log(4/3) + log(4/3))/2. Class 1: (log 2 + 12·log(4/3))/2.
  // The slope is r/m/2 · (12·(p − 1) for a positive, p for a negative).
  byHand: {
    ...quartersBatch,
    value: (Math.log10(10 / 1.01) / 4) * (25 * Math.log(4 / 3) + Math.log(2)),
    gradient: [-3, 1 / 2, 1 / 4, -3].map((slope) => (Math.log10(10 / 1.01) / 4) * slope),
  },
});

describe("tencent", () => {
  /** The loss of a batch at z = 0, where a negative costs log 2 and a positive twelve times that. */
  const call = (loss: Tencent, labels: Rows, uniforms?: number[]) =>
    tf.tidy(() => {
      const y = tf.tensor2d(labels.map((row) => [...row]));
      const inputs = uniforms && { uniforms: tf.tensor1d(uniforms) };
      return (loss(y, tf.zeros(y.shape), inputs).dataSync()[0] ?? Number.NaN) / Math.LN2;
    });

  it("keeps an absent class whose number is below q, and divides by the classes kept", () => {
    const labels = [[1, 0, 0]];
    expectClose([call(tencent(), labels, [0.9, 0.31, 0.3])], [12 * present(1)]);
    expectClose([call(tencent(), labels, [0.9, 0.29, 0.3])], [(12 * present(1) + absent(1)) / 2]);
    expectClose([call(tencent(), labels, [0, 0, 0])], [(12 * present(1) + 2 * absent(1)) / 3]);
  });

  it("is 0 without a gradient where no class is kept", () => {
    const batch = { labels: [[0, 0]], logits: [[1, -2]] };
    const { value, gradient } = evaluate(tencent({ keep: 0 }), batch);
    expect([value, ...gradient.map(Math.abs)]).toEqual([0, 0, 0]);
  });

  it("counts how many batches in a row a class has been present or absent", () => {
    const loss = tencent({ keep: 1 });
    const values = [1, 1, 0, 0, 0, 1].map((y) => call(loss, [[y]]));
    expectClose(values, [
      12 * present(1),
      12 * present(2),
      absent(1),
      absent(2),
      absent(3),
      12 * present(1),
    ]);
    expect(loss.variables.map((v) => [...v.dataSync()])).toEqual([[1], [0]]);
  });

  it("counts each class for itself", () => {
    const loss = tencent();
    for (const labels of [[[1, 0]], [[1, 1]]]) call(loss, labels, [1, 1]);
    expect(loss.variables.map((v) => [...v.dataSync()])).toEqual([
      [2, 1],
      [0, 0],
    ]);
  });

  it("never weights a kept class with less than 0.01", () => {
    const loss = tencent();
    const values = Array.from({ length: 12 }, () => call(loss, [[1]]));
    expectClose(values.slice(9), [0.12, 0.12, 0.12]);
  });

  it("takes any label above 0 as present", () => {
    const loss = tencent({ keep: 0 });
    expectClose([call(loss, [[0.25], [0]])], [present(1) * ((12 * 0.25 + 0.75 + 1) / 2)]);
  });

  it("draws for itself what draw would have given", () => {
    const [own, fed] = [tencent({ seed: 5 }), tencent({ seed: 5 })];
    for (let i = 0; i < 8; i++) {
      const { uniforms } = fed.draw(1, 4);
      expect(call(own, [[0, 0, 0, 1]])).toBe(
        call(fed, [[0, 0, 0, 1]], [...uniforms!.dataSync()]), // named by its type
      );
      uniforms?.dispose();
    }
  });

  it("draws uniformly, other numbers at each call and for each seed", () => {
    const loss = tencent();
    const drawn = tf.tidy(() => [1, 2].map(() => [...loss.draw(1, 4000).uniforms!.dataSync()])); // named by its type
    for (const uniforms of [...drawn, firstDraw(4000, 1)]) {
      const below = (q: number) => uniforms.filter((u) => u < q).length / uniforms.length;
      expect([below(0), below(1)]).toEqual([0, 1]);
      for (const q of [0.1, 0.3, 0.7]) expect(Math.abs(below(q) - q)).toBeLessThan(0.03);
    }
    expect(drawn[0]).toEqual(firstDraw(4000));
    expect(drawn[1]).not.toEqual(drawn[0]);
    expect(firstDraw(4000, 1)).not.toEqual(drawn[0]);
    expect(firstDraw(4000, 1)).not.toEqual(drawn[1]);
  });

  it("draws other numbers at each call of the largest seeds, too", () => {
    const seeds = [2 ** 32 - 1, 2 ** 32 - 2];
    const drawn = seeds.flatMap((seed) => {
      const loss = tencent({ seed });
      return tf.tidy(() => [1, 2, 3].map(() => loss.draw(1, 1).uniforms!.dataSync()[0])); // named by its type
    });
    expect(new Set(drawn).size).toBe(6);
  });

  it("begins anew with onTrainBegin: counters at 0, the same draws", () => {
    const loss = tencent({ seed: 3 });
    const run = () => {
      loss.onTrainBegin({ examples: 10, counts: [1, 1, 1, 1] });
      expect(loss.variables.map((v) => [...v.dataSync()])).toEqual([
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ]);
      return Array.from({ length: 6 }, (_, i) => call(loss, [[i % 2, 0, 0, 0]]));
    };
    expect(run()).toEqual(run());
  });

  it("leaves no tensor of onTrainBegin but its counters, which dispose frees", () => {
    const before = tf.memory().numTensors;
    const loss = tencent();
    for (let i = 0; i < 2; i++) {
      loss.onTrainBegin({ examples: 10, counts: [1, 1] });
      expect(tf.memory().numTensors).toBe(before + 2);
    }
    loss.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it("has counters that no optimiser trains", () => {
    const loss = tencent();
    expect(loss.variables).toEqual([]);
    call(loss, [[1, 0]]);
    expect(loss.variables.map(({ shape, trainable }) => [shape, trainable])).toEqual([
      [[2], false],
      [[2], false],
    ]);
  });

  it("refuses a batch of another number of classes", () => {
    const loss = tencent();
    call(loss, [[1, 0]]);
    expect(() => call(loss, [[1]])).toThrow(
      "tencent: its state is that of 2 classes, but the batch has 1",
    );
  });
});

describe("tencent rejects", () => {
  itRejects(tencent, [
    [{ posWeight: 0 }, RangeError, 'tencent: option "posWeight" must be a number above 0'],
    [{ keep: 1.5 }, RangeError, 'option "keep" must be a number in [0, 1]; received 1.5'],
    [{ seed: 0.5 }, RangeError, 'option "seed" must be an integer in [0, 2³² − 1]; received 0.5'],
    [{ seed: 2 ** 32 }, RangeError, "received 4294967296"],
    [{ seed: -1 }, RangeError, "received -1"],
    [{ seed: "0" }, TypeError, 'option "seed"'],
    [{ q: 0.3 }, TypeError, "known options: posWeight, keep, seed"],
  ]);
});
