import { useEngine } from "@sigf1/engine";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { linearHead } from "./linearHead.js";
import { mlpHead } from "./mlpHead.js";

beforeAll(async () => {
  await useEngine("cpu");
});

test("computes relu(x·W₁ + b₁)·W₂ + b₂, and masks multiply the layer inputs they belong to", () => {
  const head = mlpHead({ inputs: 2, outputs: 1, hidden: [2], dropout: 0.5, inputDropout: 0.25 });
  head.writeWeights([
    Float32Array.of(1, -1, 2, 1), // W₁ = (1 −1; 2 1)
    Float32Array.of(0.5, 0),
    Float32Array.of(3, 10),
    Float32Array.of(-1),
  ]);
  const x = tf.tensor2d([[1, -1]]);
  // x·W₁ + b₁ = (1 − 2 + 0.5, −1 − 1) = (−0.5, −2); relu → (0, 0)
  expect([...head.forward(x).dataSync()]).toEqual([-1]);
  // x masked (4, 0): (4.5, −4) → (4.5, 0), masked (2, 2) → (9, 0), 3·9 − 1 = 26
  const masks = [tf.tensor2d([[4, 0]]), tf.tensor2d([[2, 2]])];
  expect([...head.forward(x, masks).dataSync()]).toEqual([26]);
  expect([...head.hidden(tf.tensor2d([[1, 0]])).dataSync()]).toEqual([1.5, 0]);
  expect(head.hiddenWidth).toBe(2);
  expect(head.dropouts).toEqual([
    { columns: 2, rate: 0.25 },
    { columns: 2, rate: 0.5 },
  ]);
  expect(() => head.forward(x, [])).toThrow("expected 2 dropout masks, got 0");
});

test("an embedding is a first layer without activation: (x·E + b₀)·W₁ + b₁", () => {
  const head = mlpHead({ inputs: 3, outputs: 1, embedding: 2, dropout: 0.5 });
  head.writeWeights([
    Float32Array.of(1, -1, 2, 1, -3, 5), // E = (1 −1; 2 1; −3 5)
    Float32Array.of(0.5, 0),
    Float32Array.of(3, 10),
    Float32Array.of(-1),
  ]);
  const x = tf.tensor2d([[2, 0, 1]]);
  // x·E + b₀ = (2 − 3 + 0.5, −2 + 5) = (−0.5, 3), not cut at 0: −1.5 + 30 − 1
  expect([...head.hidden(x).dataSync()]).toEqual([-0.5, 3]);
  expect([...head.forward(x).dataSync()]).toEqual([27.5]);
  expect(head.hiddenWidth).toBe(2);
  expect(head.dropouts).toEqual([{ columns: 2, rate: 0.5 }]);
  const deep = mlpHead({ inputs: 3, outputs: 1, embedding: 2, hidden: [4] });
  expect(deep.variables.map((v) => v.shape)).toEqual([[3, 2], [2], [2, 4], [4], [4, 1], [1]]);
});

test("starts Glorot-uniform from the seed, biases at 0", async () => {
  const draw = (seed: number) => linearHead({ inputs: 300, outputs: 100, seed }).readWeights();
  const [kernel = new Float32Array(), bias = new Float32Array()] = await draw(5);
  const limit = Math.sqrt(6 / 400);
  const variance = kernel.reduce((sum, w) => sum + w * w, 0) / kernel.length;
  expect(Math.max(...kernel.map(Math.abs))).toBeLessThanOrEqual(Math.fround(limit));
  expect(variance).toBeCloseTo(limit ** 2 / 3, 4);
  expect(new Set(bias)).toEqual(new Set([0]));
  expect((await draw(5))[0]).toEqual(kernel);
  expect((await draw(6))[0]).not.toEqual(kernel);
});

test("gives the features themselves where there is no hidden layer", () => {
  const head = linearHead({ inputs: 2, outputs: 3 });
  expect([...head.hidden(tf.tensor2d([[1, -1]])).dataSync()]).toEqual([1, -1]);
  expect(head.hiddenWidth).toBe(2);
});

test("penalises kernels, not biases", () => {
  const head = mlpHead({ inputs: 2, outputs: 1, hidden: [3], l2: 0.1 });
  expect(head.variables.map((v) => v.shape)).toEqual([[2, 3], [3], [3, 1], [1]]);
  expect(head.penalties).toEqual([0.1, 0, 0.1, 0]);
});

test("a snapshot of the weights restores the head, and one of another head is refused", async () => {
  const head = linearHead({ inputs: 2, outputs: 1, seed: 1 });
  const weights = await head.readWeights();
  head.writeWeights([Float32Array.of(8, 9), Float32Array.of(7)]);
  expect(await head.readWeights()).not.toEqual(weights);
  head.writeWeights(weights);
  expect(await head.readWeights()).toEqual(weights);
  expect(() => head.writeWeights([Float32Array.of(1)])).toThrow(
    "expected weights of sizes [2, 1], got [1]",
  );
});

test("dispose frees all that the head made", () => {
  const tensors = tf.memory().numTensors;
  mlpHead({ inputs: 2, outputs: 1, hidden: [3] }).dispose();
  expect(tf.memory().numTensors).toBe(tensors);
});

test("widths, rates and the penalty out of range are RangeErrors", () => {
  expect(() => linearHead({ inputs: 0, outputs: 1 })).toThrow(/positive integers, got 0 → 1/);
  expect(() => mlpHead({ inputs: 2, outputs: 1, hidden: [1.5] })).toThrow(/got 2 → 1.5 → 1/);
  expect(() => linearHead({ inputs: 2, outputs: 1, inputDropout: 1 })).toThrow(
    "inputDropout must be in [0, 1), got 1",
  );
  expect(() => linearHead({ inputs: 2, outputs: 1, l2: -1 })).toThrow(
    "l2 must be 0 or more, got -1",
  );
});
