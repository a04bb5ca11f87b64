import * as tf from "@tensorflow/tfjs";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { beforeAll, describe, expect, test } from "vitest";
import { exportOnnx } from "./exportOnnx.js";

beforeAll(async () => {
  await tf.setBackend("cpu");
});

function expectClose(actual: unknown, expected: tf.Tensor): void {
  const wanted = expected.dataSync();
  expect(actual).toHaveLength(wanted.length);
  (actual as Float32Array).forEach((x, i) => {
    expect(x).toBeCloseTo(wanted[i] ?? Number.NaN, 5);
  });
}

describe("exportOnnx", () => {
  test("gives a model of free batch size that computes what the function does", async () => {
    const w = tf.variable(tf.tensor2d([1, -2, 3, 0.5, 0, 1], [3, 2]));
    const fn = (x: tf.Tensor) => tf.relu(tf.matMul(x as tf.Tensor2D, w));
    const bytes = exportOnnx(fn, {
      inputs: [{ name: "features", shape: [null, 3] }],
      outputs: ["logits"],
      scores: (z) => tf.sigmoid(z),
    });
    const session = await InferenceSession.create(bytes);
    expect(session.inputNames).toEqual(["features"]);
    expect(session.outputNames).toEqual(["logits", "scores"]);
    for (const rows of [1, 2, 7]) {
      const x = tf.randomNormal([rows, 3], 0, 1, "float32", rows);
      const features = new Tensor("float32", x.dataSync(), [rows, 3]);
      const { logits, scores } = await session.run({ features });
      const z = fn(x);
      expect(logits?.dims).toEqual([rows, 2]);
      expectClose(logits?.data, z);
      expectClose(scores?.data, tf.sigmoid(z));
    }
  });

  test("takes a tfjs-layers model as it is", async () => {
    const model = tf.sequential({
      layers: [
        tf.layers.dense({ units: 4, inputShape: [5], activation: "relu" }),
        tf.layers.dense({ units: 3 }),
      ],
    });
    const session = await InferenceSession.create(exportOnnx(model));
    const x = tf.randomNormal([6, 5], 0, 1, "float32", 1);
    const input = new Tensor("float32", x.dataSync(), [6, 5]);
    const { output } = await session.run({ input });
    expectClose(output?.data, model.predict(x) as tf.Tensor);
  });

  test("refuses a computation that holds the batch size", () => {
    const fixed = (x: tf.Tensor) => tf.add(x, tf.range(0, x.shape[0] ?? 0).expandDims(1));
    expect(() => exportOnnx(fixed, { inputs: [{ name: "x", shape: [null, 2] }] })).toThrow(
      /batch size is part of the computation/,
    );
  });

  test.each<[string, (x: tf.Tensor) => tf.Tensor]>([
    ["slice", (x) => tf.slice(x, [1, 0], [(x.shape[0] ?? 0) - 1, 2])],
    ["stridedSlice", (x) => tf.stridedSlice(x, [0, 0], [x.shape[0] ?? 0, 2], [2, 1])],
    ["tile", (x) => tf.tile(tf.ones([1, 2]), [x.shape[0] ?? 0, 1])],
    ["broadcastTo", (x) => tf.broadcastTo(tf.ones([1, 2]), x.shape)],
  ])("refuses a %s whose length is the batch's, but in a shape", (_name, fn) => {
    const bytes = () => exportOnnx(fn, { inputs: [{ name: "x", shape: [null, 2] }] });
    expect(bytes).toThrow(/batch size is part of the computation/);
  });

  test("follows the batch where its length is part of a shape, and names other lengths otherwise", async () => {
    const bytes = exportOnnx((x) => tf.reshape(x, [2 * (x.shape[0] ?? 0), 1]), {
      inputs: [{ name: "v1", shape: [null, 2] }],
    });
    const session = await InferenceSession.create(bytes);
    const [{ shape }] = session.outputMetadata as unknown as [{ shape: unknown[] }];
    expect(shape).toEqual(["output_0", 1]);
    for (const rows of [1, 5]) {
      const x = Float32Array.from({ length: 2 * rows }, (_, i) => i);
      const { output } = await session.run({ v1: new Tensor("float32", x, [rows, 2]) });
      expect(output?.dims).toEqual([2 * rows, 1]);
      expect(output?.data).toEqual(x);
    }
  });

  test("refuses a function that assigns a variable, and keeps its value", () => {
    const w = tf.variable(tf.scalar(2));
    const assigning = (x: tf.Tensor) => {
      w.assign(tf.mul(w, 2) as tf.Scalar);
      return tf.mul(x, w);
    };
    expect(() => exportOnnx(assigning, { inputs: [{ name: "x", shape: [null, 2] }] })).toThrow(
      /assigns the variable/,
    );
    expect(w.dataSync()[0]).toBe(2);
  });

  test("refuses names that are not as many as the outputs, or stand twice", () => {
    const inputs = [{ name: "x", shape: [null, 2] }];
    const both = (x: tf.Tensor) => [x, tf.neg(x)];
    expect(() => exportOnnx(both, { inputs, outputs: ["a"] })).toThrow("1 names for 2 outputs: a");
    expect(() => exportOnnx(both, { inputs, outputs: ["a", "x"] })).toThrow("got x, a, x");
  });

  test("asks for the inputs of a function", () => {
    expect(() => exportOnnx((x) => x)).toThrow(
      /what the function's inputs are, in the option `inputs`/,
    );
  });
});
