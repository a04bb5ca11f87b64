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
    const session = await InferenceSession.create(exportOnnx(model as never));
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

  test("asks for the inputs of a function", () => {
    expect(() => exportOnnx((x) => x)).toThrow(/say what the function's inputs are/);
  });
});
