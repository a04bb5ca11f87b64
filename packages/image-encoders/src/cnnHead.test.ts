import { useEngine } from "@sigf1/engine";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import { cnnHead } from "./cnnHead.js";
import { missingGradients } from "./missingGradients.js";

beforeAll(async () => {
  await useEngine("wasm");
});

const small = { width: 12, height: 16, outputs: 2, filters: [8, 16] };

/** Images whose left or right half is bright, and which it is. */
function halves(count: number): { readonly images: tf.Tensor2D; readonly labels: tf.Tensor2D } {
  const rows = Array.from({ length: count }, (_, i) =>
    Array.from({ length: 16 * 12 * 3 }, (_, j) => {
      const right = Math.floor(j / 3) % 12 >= 6;
      // Stripes go one way in the first class and the other in the second: a mean of pixels says nothing.
      const phase = i % 2 === 0 ? Math.floor(j / 36) : Math.floor(j / 3) % 12;
      return (phase % 4 < 2 ? 1 : -1) + (right ? 0.1 : -0.1) * Math.sin(i + j);
    }),
  );
  const labels = rows.map((_, i) => (i % 2 === 0 ? [1, 0] : [0, 1]));
  return { images: tf.tensor2d(rows), labels: tf.tensor2d(labels) };
}

it("learns on the embedded engine what no linear function of the mean colour can tell: the loss falls", async () => {
  const head = await cnnHead(small);
  const { images, labels } = halves(16);
  const optimizer = tf.train.adam(0.01);
  const loss = () => tf.losses.sigmoidCrossEntropy(labels, head.forward(images)) as tf.Scalar;
  const before = loss().dataSync()[0] ?? Number.NaN;
  for (let step = 0; step < 40; step++) optimizer.minimize(loss, false, [...head.variables]);
  const after = loss().dataSync()[0] ?? Number.NaN;
  expect(before).toBeGreaterThan(0.4);
  expect(after).toBeLessThan(0.1);
  head.dispose();
});

it("has logits for each row, a kernel and a bias for each layer, and penalties on kernels alone", async () => {
  const head = await cnnHead({ ...small, l2: 0.5, dropout: 0.25 });
  expect(head.inputs).toBe(12 * 16 * 3);
  expect(head.forward(tf.zeros([3, head.inputs])).shape).toEqual([3, 2]);
  expect(head.variables.map(({ shape }) => shape)).toEqual([
    [3, 3, 3, 8],
    [8],
    [3, 3, 8, 1],
    [8],
    [1, 1, 8, 16],
    [16],
    [16, 2],
    [2],
  ]);
  expect(head.penalties).toEqual([0.5, 0, 0.5, 0, 0.5, 0, 0.5, 0]);
  expect(head.dropouts).toEqual([{ columns: 16, rate: 0.25 }]);
  head.dispose();
});

it("passes the pooled maps through the mask: zeros leave the bias", async () => {
  const head = await cnnHead({ ...small, dropout: 0.5 });
  const [images, mask] = [halves(2).images, tf.zeros<tf.Rank.R2>([2, 16])];
  expect([...head.forward(images, [mask]).dataSync()]).toEqual([0, 0, 0, 0]);
  expect(head.hidden(images).shape).toEqual([2, head.hiddenWidth]);
  head.dispose();
});

it("likes fewer rows at a time, the larger the images and the more the maps are", async () => {
  const sizes = [64, 128, 4096].map((side) => ({ ...small, width: side, height: side }));
  const heads = await Promise.all(sizes.map((size) => cnnHead({ ...size, filters: [32] })));
  expect(heads.map(({ batchRows }) => batchRows)).toEqual([128, 32, 1]);
  for (const head of heads) head.dispose();
});

it("starts from the seed, and from the weights that were read", async () => {
  const [a, b, c] = [
    await cnnHead(small),
    await cnnHead(small),
    await cnnHead({ ...small, seed: 1 }),
  ];
  const weights = await a.readWeights();
  expect(await b.readWeights()).toEqual(weights);
  expect((await c.readWeights())[0]).not.toEqual(weights[0]);
  c.writeWeights(weights);
  expect(await c.readWeights()).toEqual(weights);
  expect(() => c.writeWeights(weights.slice(1))).toThrow("expected weights of sizes");
  for (const head of [a, b, c]) head.dispose();
});

it("keeps nothing but its variables, and frees these", async () => {
  const before = tf.memory().numTensors;
  const head = await cnnHead(small);
  const { images, labels } = halves(2);
  tf.dispose([head.forward(images), head.hidden(images), images, labels]);
  expect(tf.memory().numTensors).toBe(before + head.variables.length);
  head.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

it("says which gradients a backend lacks", async () => {
  expect(await missingGradients("wasm")).toEqual([]);
  expect(await missingGradients("none")).toContain("Conv2DBackpropFilter");
});

it("refuses to train where a gradient is missing, and names it", async () => {
  const kernel = tf.getKernel(tf.Conv2DBackpropFilter, "wasm");
  tf.unregisterKernel(tf.Conv2DBackpropFilter, "wasm");
  try {
    await expect(cnnHead(small)).rejects.toThrow(
      'the backend "wasm" cannot train a convolutional network: it lacks Conv2DBackpropFilter; take an engine',
    );
  } finally {
    tf.registerKernel(kernel);
  }
});

it.each([
  [{ width: 0 }, "width must be a positive integer, got 0"],
  [{ filters: [8, 0.5] }, "filters[1] must be a positive integer, got 0.5"],
  [{ filters: [] }, "filters must have at least one number"],
  [{ dropout: 1 }, "dropout must be in [0, 1), got 1"],
  [{ filter: [8] }, "cnnHead has no option filter; expected width, height, outputs, filters"],
  [{ l2: -1 }, "l2 must be 0 or more, got -1"],
])("refuses %o", async (wrong, message) => {
  await expect(cnnHead({ ...small, ...wrong })).rejects.toThrow(message);
});
