import { useEngine } from "@sigf1/engine";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { linearHead } from "./heads/linearHead.js";
import { predict } from "./predict.js";

beforeAll(async () => {
  await useEngine("wasm");
});

const features = { rows: 5, cols: 2, data: Float32Array.of(1, 0, 0, 1, 1, 1, 2, 0, 0, 2) };

test("gives the logits of all rows in order, whatever the batch size, and leaks nothing", async () => {
  const head = linearHead({ inputs: 2, outputs: 2 });
  head.writeWeights([Float32Array.of(1, 2, 3, 4), Float32Array.of(0.5, 0)]);
  const tensors = tf.memory().numTensors;
  for (const batchSize of [1, 2, 5, 100]) {
    expect(await predict(head, features, { batchSize })).toEqual({
      rows: 5,
      cols: 2,
      data: Float32Array.of(1.5, 2, 3.5, 4, 4.5, 6, 2.5, 4, 6.5, 8),
    });
  }
  expect(tf.memory().numTensors).toBe(tensors);
});

test("computes as many rows at once as the head likes", async () => {
  const head = linearHead({ inputs: 2, outputs: 1 });
  const seen: number[] = [];
  const forward = (batch: tf.Tensor2D) => {
    seen.push(batch.shape[0]);
    return head.forward(batch);
  };
  const picky = { ...head, batchRows: 2, forward };
  expect(await predict(picky, features)).toEqual(await predict(head, features));
  expect(seen).toEqual([2, 2, 1]);
});

test("refuses features of another width and a batch size that is no positive integer", async () => {
  const head = linearHead({ inputs: 3, outputs: 1 });
  await expect(predict(head, features)).rejects.toThrow(
    "the features have 2 columns, the head takes 3",
  );
  await expect(
    predict(linearHead({ inputs: 2, outputs: 1 }), features, { batchSize: 0 }),
  ).rejects.toThrow("batchSize");
});
