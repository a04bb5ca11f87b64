import { useEngine } from "@sigf1/engine";
import {
  adaptiveSigmoidF1,
  binaryCrossEntropy,
  type MultilabelLoss,
  sigmoidF1,
} from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { linearHead } from "./heads/linearHead.js";
import { mlpHead } from "./heads/mlpHead.js";
import { predict } from "./predict.js";
import { CLASSES, data, fast, INPUTS, newHead } from "./sample.test.support.js";
import type { TrainingStep } from "./step/TrainingStep.js";
import { train } from "./train.js";

beforeAll(async () => {
  await useEngine("wasm");
});

describe("train", () => {
  test("learns a separable problem, with each loss", async () => {
    for (const loss of [binaryCrossEntropy(), sigmoidF1()]) {
      const head = newHead();
      const { history, bestEpoch } = await train({ ...data, ...fast, head, loss, epochs: 40 });
      expect(history[bestEpoch]?.metric).toBeGreaterThan(0.95);
      head.dispose();
    }
  });

  test("a hidden layer learns what a linear head cannot: exclusive or", async () => {
    const features = { rows: 4, cols: 2, data: Float32Array.of(-1, -1, -1, 1, 1, -1, 1, 1) };
    const labels = { rows: 4, cols: 1, data: Uint8Array.of(0, 1, 1, 0) };
    const part = { features, labels };
    const head = mlpHead({ inputs: 2, outputs: 1, hidden: [8], seed: 3 });
    await train({
      head,
      loss: binaryCrossEntropy(),
      train: part,
      epochs: 100,
      optimizer: fast.optimizer,
    });
    const logits = await predict(head, features);
    expect([...logits.data].map((z) => (z >= 0 ? 1 : 0))).toEqual([...labels.data]);
    head.dispose();
  });

  test("gives the same history and weights for the same seed, bit by bit, and others for another", async () => {
    const run = async (seed: number) => {
      const head = mlpHead({
        inputs: INPUTS,
        outputs: CLASSES,
        hidden: [5],
        dropout: 0.3,
        inputDropout: 0.2,
        seed: 4,
      });
      const { history } = await train({
        ...data,
        ...fast,
        head,
        loss: sigmoidF1(),
        epochs: 4,
        seed,
      });
      const weights = await head.readWeights();
      head.dispose();
      return { history, weights };
    };
    const first = await run(7);
    expect(await run(7)).toEqual(first);
    expect((await run(8)).history).not.toEqual(first.history);
  });

  test("ends with the weights of the best epoch and stops after `patience` epochs without a better one", async () => {
    const head = newHead();
    const values = [0.1, 0.5, 0.5, 0.4, 0.3, 0.9];
    const weights: Float32Array[][] = [];
    const result = await train({
      ...data,
      ...fast,
      head,
      loss: binaryCrossEntropy(),
      epochs: 6,
      patience: 3,
      metric: () => values[weights.length] ?? Number.NaN,
      onEpoch: async () => void weights.push(await head.readWeights()),
    });
    expect(result.history.map((r) => r.metric)).toEqual([0.1, 0.5, 0.5, 0.4, 0.3]);
    expect(result.bestEpoch).toBe(1);
    expect(await head.readWeights()).toEqual(weights[1]);
    expect(weights[4]).not.toEqual(weights[1]);
    head.dispose();
  });

  test("without a validation part it runs every epoch and keeps the last weights", async () => {
    const head = newHead();
    const { history, bestEpoch } = await train({
      train: data.train,
      ...fast,
      head,
      loss: sigmoidF1(),
      epochs: 3,
    });
    expect(history.map((record) => Object.keys(record))).toEqual([
      ["epoch", "loss"],
      ["epoch", "loss"],
      ["epoch", "loss"],
    ]);
    expect(bestEpoch).toBe(2);
    head.dispose();
  });

  test("every epoch shows each example once, the last batch being smaller, in another order", async () => {
    const head = newHead();
    const rows: number[][] = [];
    const step = (): TrainingStep => ({
      variables: [],
      run: async ({ features }) => {
        rows.push([...features.data].filter((_, i) => i % features.cols === 0));
        return tf.scalar(0);
      },
      dispose: () => undefined,
    });
    await train({ ...data, ...fast, head, loss: sigmoidF1(), epochs: 2, step });
    expect(rows.map((batch) => batch.length)).toEqual([16, 16, 16, 2, 16, 16, 16, 2]);
    const [one, two] = [rows.slice(0, 4).flat(), rows.slice(4).flat()];
    const all = Array.from(
      { length: 50 },
      (_, i) => data.train.features.data[i * INPUTS] ?? Number.NaN,
    );
    expect(one.toSorted()).toEqual(all.toSorted());
    expect(two.toSorted()).toEqual(all.toSorted());
    expect(one).not.toEqual(two);
    head.dispose();
  });

  test("the epoch's loss is the mean over the examples, not over the batches", async () => {
    const head = newHead();
    const step = (): TrainingStep => ({
      variables: [],
      run: async ({ features }) => tf.scalar(features.rows === 16 ? 1 : 26),
      dispose: () => undefined,
    });
    const { history } = await train({ ...data, ...fast, head, loss: sigmoidF1(), epochs: 1, step });
    expect(history[0]?.loss).toBeCloseTo((48 * 1 + 2 * 26) / 50, 6);
    head.dispose();
  });

  test("moves the loss's schedule before each epoch, and records it", async () => {
    const head = newHead();
    const loss = adaptiveSigmoidF1({ from: 1, to: 16 });
    const moved = vi.spyOn(loss, "onEpochBegin");
    const { history } = await train({ train: data.train, ...fast, head, loss, epochs: 3 });
    expect(moved.mock.calls).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
    const betas = history.map(({ schedule }) => schedule?.beta ?? Number.NaN);
    expect(betas[0]).toBeCloseTo(1, 6);
    expect(betas[1]).toBeCloseTo(4, 6);
    expect(betas[2]).toBeCloseTo(16, 6);
    head.dispose();
  });

  test("records no schedule of a loss without one", async () => {
    const head = newHead();
    const { history } = await train({ ...data, ...fast, head, loss: sigmoidF1(), epochs: 1 });
    expect(history[0]).not.toHaveProperty("schedule");
    head.dispose();
  });

  test("ends with the loss's schedule of the best epoch, so that its scores are those validated", async () => {
    const head = newHead();
    const loss = adaptiveSigmoidF1({ from: 1, to: 16 });
    const betas: (number | undefined)[] = [];
    const { bestEpoch } = await train({
      ...data,
      ...fast,
      head,
      loss,
      epochs: 5,
      metric: () => [0.1, 0.5, 0.4, 0.3, 0.2][betas.length] ?? Number.NaN,
      onEpoch: () => void betas.push(loss.schedule?.beta),
    });
    expect(bestEpoch).toBe(1);
    expect(betas).toHaveLength(5);
    expect(loss.schedule?.beta).toBe(betas[1]);
    expect(betas[1]).not.toBe(betas[4]);
    head.dispose();
  });

  test("measures the saturation on the batch of the first step", async () => {
    const head = newHead();
    const loss = sigmoidF1();
    let measured: number[] = [];
    vi.spyOn(loss, "saturation").mockImplementation(async (logits) => {
      measured = [...(await logits.data())];
      return { share: 0, meanSlope: 1 };
    });
    const stepped: number[][] = [];
    const step = (): TrainingStep => ({
      variables: [],
      run: async ({ features }) => {
        stepped.push([...(await predict(head, features)).data]);
        return tf.scalar(0);
      },
      dispose: () => undefined,
    });
    await train({ ...data, ...fast, head, loss, epochs: 2, step });
    expect(measured).toEqual(stepped[0]);
    head.dispose();
  });

  test("warns once of a loss that is saturated on the first batch, and returns the measure", async () => {
    const run = async (loss: MultilabelLoss) => {
      const head = newHead();
      const onWarning = vi.fn<(message: string) => void>();
      const { saturation } = await train({ ...data, ...fast, head, loss, epochs: 2, onWarning });
      head.dispose();
      return { saturation, warnings: onWarning.mock.calls.flat() };
    };
    const published = await run(sigmoidF1({ beta: 10, eta: 1, on: "probabilities" }));
    expect(published.saturation?.share).toBe(1);
    expect(published.warnings).toEqual([expect.stringMatching(/^"sigmoid-f1" starts saturated: /)]);
    expect((await run(sigmoidF1())).warnings).toEqual([]);
    const steep = await run(sigmoidF1({ beta: 400 }));
    expect(steep.saturation?.share).toBeGreaterThan(0.9);
    expect(steep.warnings).toEqual([]);
    expect(await run(binaryCrossEntropy())).toEqual({ saturation: undefined, warnings: [] });
  });

  test("adds the penalty λ·Σw² of the kernels to what it descends on, not to the loss it reports", async () => {
    // A constant loss leaves only the penalty: each step of rate α scales a kernel by 1 − 2αλ.
    const still: MultilabelLoss = Object.assign(
      (_: tf.Tensor, z: tf.Tensor) => tf.mul(tf.sum(z), 0) as tf.Scalar,
      { scores: (z: tf.Tensor2D) => tf.sigmoid(z) },
    );
    const head = linearHead({ inputs: INPUTS, outputs: CLASSES, l2: 0.25 });
    const [before] = await head.readWeights();
    const optimizer = { name: "sgd", learningRate: 0.1 } as const;
    const { history } = await train({
      train: data.train,
      head,
      loss: still,
      epochs: 1,
      batchSize: 50,
      optimizer,
    });
    const [after] = await head.readWeights();
    expect(history[0]?.loss).toBe(0);
    after?.forEach((w, i) => {
      expect(w).toBeCloseTo((before?.[i] ?? Number.NaN) * 0.95, 6);
    });
    head.dispose();
  });

  test("leaks no tensor over a thousand steps, nor after an error", async () => {
    const tensors = tf.memory().numTensors;
    const stored = tf.engine().backend.numDataIds();
    const head = mlpHead({
      inputs: INPUTS,
      outputs: CLASSES,
      hidden: [4],
      dropout: 0.5,
      inputDropout: 0.1,
      l2: 1e-4,
    });
    const options = { ...data, ...fast, head, loss: sigmoidF1(), onWarning: vi.fn() };
    const counts: number[] = [];
    await train({
      ...options,
      epochs: 250,
      patience: 250,
      onEpoch: () => void counts.push(tf.memory().numTensors),
    });
    expect(counts.length).toBe(250); // of 4 steps each
    expect(new Set(counts).size).toBe(1);
    await expect(
      train({ ...options, epochs: 1, onEpoch: () => Promise.reject(new Error("stop")) }),
    ).rejects.toThrow("stop");
    vi.spyOn(options.loss, "saturation").mockRejectedValue(new Error("lost"));
    await expect(train({ ...options, epochs: 1 })).rejects.toThrow("lost");
    head.dispose();
    expect(tf.memory().numTensors).toBe(tensors);
    expect(tf.engine().backend.numDataIds()).toBe(stored);
  });

  test("stops at the next batch when the signal aborts, with its reason", async () => {
    const head = newHead();
    const controller = new AbortController();
    const onEpoch = vi.fn(() => controller.abort(new Error("enough")));
    await expect(
      train({
        ...data,
        ...fast,
        head,
        loss: sigmoidF1(),
        epochs: 5,
        onEpoch,
        signal: controller.signal,
      }),
    ).rejects.toThrow("enough");
    expect(onEpoch).toHaveBeenCalledTimes(1);
    head.dispose();
  });
});
