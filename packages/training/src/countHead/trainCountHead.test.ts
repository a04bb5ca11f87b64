import { useEngine } from "@sigf1/engine";
import { binaryCrossEntropy } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { Part } from "../checks/checkPart.js";
import { linearHead } from "../heads/linearHead.js";
import { mlpHead } from "../heads/mlpHead.js";
import type { Sample } from "../sample.test.support.js";
import { compiledStep } from "../step/compiledStep.js";
import { train } from "../train.js";
import { trainCountHead } from "./trainCountHead.js";

beforeAll(async () => {
  await useEngine("wasm");
});

const INPUTS = 4;
const CLASSES = 3;

/** Two features say how many labels an example has, 0 to 3, the others nothing; `salt` makes another sample. */
function planted(rows: number, salt: number): Sample {
  const data = Float32Array.from({ length: rows * INPUTS }, (_, i) => Math.sin(i * 12.9898 + salt));
  const labels = new Uint8Array(rows * CLASSES);
  for (let row = 0; row < rows; row++) {
    const [a = 0, b = 0] = data.subarray(row * INPUTS, (row + 1) * INPUTS);
    const count = (a > 0 ? 2 : 0) + (b > 0 ? 1 : 0);
    for (let j = 0; j < count; j++) labels[row * CLASSES + ((row + j) % CLASSES)] = 1;
  }
  return {
    features: { rows, cols: INPUTS, data },
    labels: { rows, cols: CLASSES, data: labels },
  };
}

const parts = { train: planted(200, 1), validation: planted(80, 2) };
const held = planted(100, 3);
const fast = { optimizer: { name: "adam", learningRate: 0.1 } as const, batchSize: 32, epochs: 30 };
const newHead = () => linearHead({ inputs: INPUTS, outputs: CLASSES, seed: 1 });

const countsOf = ({ labels: { rows, cols, data } }: Part) =>
  Array.from({ length: rows }, (_, i) =>
    data.subarray(i * cols, (i + 1) * cols).reduce((sum, label) => sum + label, 0),
  );
const meanError = (predicted: ArrayLike<number>, truth: readonly number[]) =>
  truth.reduce((sum, n, i) => sum + Math.abs((predicted[i] ?? Number.NaN) - n), 0) / truth.length;

describe("trainCountHead", () => {
  test.each([
    ["the features", newHead],
    ["a hidden layer", () => mlpHead({ inputs: INPUTS, outputs: CLASSES, hidden: [16], seed: 1 })],
  ])("predicts planted counts from %s far better than the best constant", async (_, make) => {
    const head = make();
    const counting = await trainCountHead({ ...parts, ...fast, head });
    const truth = countsOf(held);
    const constant = Math.min(
      ...counting.counts.map((n) => meanError(Array(truth.length).fill(n), truth)),
    );
    expect(counting.counts).toEqual([0, 1, 2, 3]);
    expect(meanError(await counting.predict(held.features), truth)).toBeLessThan(constant / 4);
    counting.dispose();
    head.dispose();
  });

  test("has the weights of the epoch with the least validation error, and stops after `patience` more", async () => {
    const head = newHead();
    const counting = await trainCountHead({ ...parts, ...fast, head, patience: 3 });
    const { history, bestEpoch } = counting;
    const errors = history.map(({ metric = Number.NaN }) => -metric);
    const predicted = await counting.predict(parts.validation.features);
    expect(errors[bestEpoch]).toBe(Math.min(...errors));
    expect(meanError(predicted, countsOf(parts.validation))).toBeCloseTo(errors[bestEpoch]!, 12); // best of them
    expect(history.length).toBe(Math.min(fast.epochs, bestEpoch + 4));
    counting.dispose();
    head.dispose();
  });

  test("leaves the first head's weights as they were, and reads its last hidden layer", async () => {
    const head = mlpHead({ inputs: INPUTS, outputs: CLASSES, hidden: [8, 5], dropout: 0.5 });
    await train({ ...parts, ...fast, head, loss: binaryCrossEntropy(), epochs: 2 });
    const before = await head.readWeights();
    const counting = await trainCountHead({ ...parts, ...fast, head });
    expect(await head.readWeights()).toEqual(before);
    head.writeWeights(before.map((weights) => weights.map(() => 0)));
    // With every hidden unit at 0, all examples look alike.
    expect(new Set(await counting.predict(held.features)).size).toBe(1);
    counting.dispose();
    head.dispose();
  });

  test("shows its own layers, which predict what it predicts", async () => {
    const head = mlpHead({ inputs: INPUTS, outputs: CLASSES, hidden: [8], seed: 1 });
    const counting = await trainCountHead({ ...parts, ...fast, head, hidden: [6], epochs: 5 });
    const { rows, cols, data } = held.features;
    const columns = tf.tidy(() => {
      const logits = counting.head.forward(head.hidden(tf.tensor2d(data, [rows, cols])));
      return logits.argMax(1).dataSync();
    });
    expect(counting.head.hiddenWidth).toBe(6);
    const predicted = await counting.predict(held.features);
    expect(Array.from(columns, (column) => counting.counts[column])).toEqual([...predicted]);
    expect(new Set(columns).size).toBeGreaterThan(1);
    counting.dispose();
    head.dispose();
  });

  test("gives the same predictions and history for the same seed, and others for another", async () => {
    const run = async (seed: number) => {
      const head = newHead();
      const counting = await trainCountHead({ ...parts, ...fast, head, hidden: [4], seed });
      const { history } = counting;
      const predicted = await counting.predict(held.features);
      counting.dispose();
      head.dispose();
      return { history, predicted };
    };
    const first = await run(7);
    expect(await run(7)).toEqual(first);
    expect((await run(8)).history).not.toEqual(first.history);
  });

  test("trains by a compiled step with the numbers of the eager one", async () => {
    const head = newHead();
    const eager = await trainCountHead({ ...parts, ...fast, head, epochs: 5 });
    const said: string[] = [];
    const compiled = await trainCountHead({
      ...parts,
      ...fast,
      head,
      epochs: 5,
      step: (...args) => compiledStep(...args, { onWarning: (text) => said.push(text) }),
    });
    expect(said).toEqual([]);
    compiled.history.forEach(({ loss }, i) => {
      expect(loss).toBeCloseTo(eager.history[i]?.loss ?? Number.NaN, 4);
    });
    eager.dispose();
    compiled.dispose();
    head.dispose();
  });

  test("predicts only counts that the training part has, though the validation part has others", async () => {
    const head = newHead();
    const { features } = parts.train;
    const data = new Uint8Array(features.rows * CLASSES);
    for (let row = 0; row < features.rows; row++) data.fill(1, row * CLASSES, row * CLASSES + 2);
    data.fill(0, 0, CLASSES);
    data[0] = 1;
    const counting = await trainCountHead({
      ...fast,
      head,
      train: { features, labels: { rows: features.rows, cols: CLASSES, data } },
      validation: parts.validation,
      epochs: 2,
    });
    expect(counting.counts).toEqual([1, 2]);
    const truth = countsOf(parts.validation);
    const predicted = await counting.predict(parts.validation.features);
    const best = counting.history[counting.bestEpoch]?.metric;
    expect(best).toBeCloseTo(-meanError(predicted, truth), 12);
    counting.dispose();
    head.dispose();
  });

  test("predicts the one count that there is where all training examples have as many labels", async () => {
    const head = newHead();
    const { features } = parts.train;
    const data = new Uint8Array(features.rows * CLASSES);
    for (let row = 0; row < features.rows; row++) data[row * CLASSES] = 1;
    const counting = await trainCountHead({
      ...fast,
      head,
      train: { features, labels: { rows: features.rows, cols: CLASSES, data } },
      epochs: 2,
    });
    expect(counting.counts).toEqual([1]);
    expect(new Set(await counting.predict(held.features))).toEqual(new Set([1]));
    counting.dispose();
    head.dispose();
  });

  test("leaves no tensor behind, also where training fails", async () => {
    const head = newHead();
    await trainCountHead({ ...parts, ...fast, head, epochs: 1 }).then((first) => first.dispose());
    const tensors = tf.memory().numTensors;
    const counting = await trainCountHead({ ...parts, ...fast, head, epochs: 3 });
    await counting.predict(held.features);
    counting.dispose();
    const signal = AbortSignal.abort(new Error("stopped"));
    await expect(trainCountHead({ ...parts, ...fast, head, signal })).rejects.toThrow("stopped");
    expect(tf.memory().numTensors).toBe(tensors);
    head.dispose();
  });

  test("refuses a part that does not fit the first head", async () => {
    const head = linearHead({ inputs: 2, outputs: CLASSES });
    await expect(trainCountHead({ ...parts, ...fast, head })).rejects.toThrow(
      "The training part has 4 features and 3 classes; the head takes 2 and gives 3.",
    );
    const fits = mlpHead({ inputs: INPUTS, outputs: CLASSES, hidden: [3] });
    const counting = await trainCountHead({ ...parts, ...fast, head: fits, epochs: 1 });
    await expect(counting.predict({ rows: 1, cols: 1, data: Float32Array.of(1) })).rejects.toThrow(
      "the features have 1 columns, the head takes 4",
    );
    counting.dispose();
  });
});
