import { useEngine } from "@sigf1/engine";
import { sigmoidF1 } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { DivergenceError } from "./checks/DivergenceError.js";
import { TrainingDataError } from "./checks/TrainingDataError.js";
import { linearHead } from "./heads/linearHead.js";
import { CLASSES, data, fast, INPUTS, newHead, sample } from "./sample.test.support.js";
import type { TrainingStep } from "./step/TrainingStep.js";
import { train } from "./train.js";

beforeAll(async () => {
  await useEngine("wasm");
});

describe("train", () => {
  test("a loss that becomes NaN is an error that names the epoch and the batch", async () => {
    const head = newHead();
    let steps = 0;
    const step = (): TrainingStep => ({
      variables: [],
      run: async () => tf.scalar(++steps === 6 ? Number.NaN : 1),
      dispose: () => undefined,
    });
    const failure = await train({
      ...data,
      ...fast,
      head,
      loss: sigmoidF1(),
      epochs: 3,
      step,
    }).catch((e) => e);
    expect(failure).toBeInstanceOf(DivergenceError);
    expect(failure).toMatchObject({ loss: "sigmoid-f1", epoch: 1, batch: 1, value: Number.NaN });
    head.dispose();
  });

  test("logits that overflow are an error even where the loss stays finite", async () => {
    const head = newHead();
    head.writeWeights([new Float32Array(INPUTS * CLASSES).fill(3e38), new Float32Array(CLASSES)]);
    const step = (): TrainingStep => ({
      variables: [],
      run: async () => tf.scalar(1),
      dispose: () => undefined,
    });
    await expect(
      train({ ...data, head, loss: sigmoidF1(), epochs: 1, step, onWarning: vi.fn() }),
    ).rejects.toThrow(/validation logit is .*after epoch 0/);
    head.dispose();
  });

  test("a feature that is not finite is an error that names part, row and column", async () => {
    const head = newHead();
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const broken = sample(50, 1);
      broken.features.data[2 * INPUTS + 5] = value;
      const run = train({ train: broken, head, loss: sigmoidF1(), epochs: 1 });
      await expect(run).rejects.toThrow(TrainingDataError);
      await expect(run).rejects.toThrow(`The training features hold ${value} at row 2, column 5`);
      const validating = train({
        train: data.train,
        validation: broken,
        head,
        loss: sigmoidF1(),
        epochs: 1,
      });
      await expect(validating).rejects.toThrow(`The validation features hold ${value} at row 2`);
    }
    head.dispose();
  });

  test("a class without positives is an error that names it", async () => {
    const head = newHead();
    const part = sample(50, 1);
    for (let row = 0; row < 50; row++) part.labels.data[row * CLASSES + 1] = 0;
    const options = { train: part, head, loss: sigmoidF1(), epochs: 1 };
    await expect(train(options)).rejects.toThrow("The class column 1 has no positive example");
    await expect(train({ ...options, classes: ["a", "b", "c"] })).rejects.toThrow(
      'The class "b" has no positive example',
    );
    head.dispose();
  });

  test("an option out of range or unknown is an error that names it", async () => {
    const head = newHead();
    const options = { ...data, head, loss: sigmoidF1(), epochs: 1 };
    await expect(train({ ...options, epochs: 0 })).rejects.toThrow(
      "epochs must be a positive integer, got 0",
    );
    await expect(train({ ...options, batchSize: 1.5 })).rejects.toThrow("batchSize must be");
    await expect(train({ ...options, optimizer: { name: "adam", beta1: 1 } })).rejects.toThrow(
      "optimizer.beta1 must be in [0, 1), got 1",
    );
    const unknown = { name: "adam", lr: 0.1 } as { name: "adam" };
    await expect(train({ ...options, optimizer: unknown })).rejects.toThrow(
      "optimizer.lr is unknown; adam takes learningRate, beta1, beta2, epsilon",
    );
    await expect(train({ ...options, optimizer: { name: "rmsprop" as "sgd" } })).rejects.toThrow(
      '"adam" or "sgd"',
    );
    head.dispose();
  });

  test("an empty part, or one that does not fit the head, is an error that says so", async () => {
    const head = newHead();
    const options = { head, loss: sigmoidF1(), epochs: 1 };
    await expect(train({ ...options, train: sample(0, 1) })).rejects.toThrow(
      "The training part has no examples.",
    );
    const narrow = linearHead({ inputs: 2, outputs: CLASSES });
    await expect(train({ ...options, head: narrow, train: data.train })).rejects.toThrow(
      "6 features and 3 classes; the head takes 2",
    );
    await expect(
      train({ ...options, train: { ...data.train, labels: data.validation.labels } }),
    ).rejects.toThrow("50 rows of features but 30 rows of labels");
    head.dispose();
    narrow.dispose();
  });
});
