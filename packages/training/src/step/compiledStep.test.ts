import { useEngine } from "@sigf1/engine";
import { lossByName, lossNames, type MultilabelLoss } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";
import { InferenceSession } from "onnxruntime-node";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { mlpHead } from "../heads/mlpHead.js";
import { CLASSES, data, INPUTS } from "../sample.test.support.js";
import { train } from "../train.js";
import { compiledStep } from "./compiledStep.js";
import { eagerStep } from "./eagerStep.js";
import type { TrainingStep } from "./TrainingStep.js";

beforeAll(async () => {
  await useEngine("wasm");
});

/** What every session inherits; the typings keep it to themselves. */
const sessions = (InferenceSession as unknown as { prototype: InferenceSession }).prototype;

afterEach(() => {
  vi.restoreAllMocks();
});

type Make = (...args: Parameters<typeof eagerStep>) => TrainingStep;

/** Trains with this step; gives the history and the final weights. */
async function run(step: Make, loss: MultilabelLoss, settings: object = {}, epochs = 12) {
  const head = mlpHead({ inputs: INPUTS, outputs: CLASSES, hidden: [5], l2: 1e-3, ...settings });
  const { history } = await train({
    ...data,
    head,
    loss,
    optimizer: { name: "adam", learningRate: 0.02 },
    batchSize: 16,
    epochs,
    patience: Number.POSITIVE_INFINITY,
    onWarning: () => {},
    step,
  });
  const weights = await head.readWeights();
  head.dispose();
  loss.dispose?.();
  return { history, weights };
}

/** Every number within 1e-4 of what is expected, relative to it or, where it is smaller, to 0.1. */
const closeTo = (actual: ArrayLike<number>, expected: ArrayLike<number>) => {
  const far = Array.from(
    expected,
    (x, i) => Math.abs((actual[i] ?? Number.NaN) - x) / Math.max(0.1, Math.abs(x)),
  );
  expect(Math.max(...far)).toBeLessThan(1e-4);
  expect(actual).toHaveLength(expected.length);
};

describe("compiledStep", () => {
  test.each(lossNames)(
    "trains %s as eagerStep does, the smaller last batch included",
    async (name) => {
      // A Markov chain makes of a rounding error another draw, sooner or later.
      const epochs = name === "bayesian-sigmoid-f1" ? 2 : 12;
      const eager = await run(eagerStep, lossByName(name), {}, epochs);
      const compiled = await run(compiledStep, lossByName(name), {}, epochs);
      closeTo(
        compiled.history.map(({ loss }) => loss),
        eager.history.map(({ loss }) => loss),
      );
      eager.weights.forEach((weights, i) => {
        closeTo(compiled.weights[i] ?? [], weights);
      });
    },
  );

  test("takes the same dropout masks", async () => {
    const dropout = { dropout: 0.5, inputDropout: 0.2 };
    const eager = await run(eagerStep, lossByName("binary-cross-entropy"), dropout);
    const compiled = await run(compiledStep, lossByName("binary-cross-entropy"), dropout);
    const losses = compiled.history.map(({ loss }) => loss);
    closeTo(
      losses,
      eager.history.map(({ loss }) => loss),
    );
    const without = await run(compiledStep, lossByName("binary-cross-entropy"));
    expect(losses).not.toEqual(without.history.map(({ loss }) => loss));
  });

  test("follows a schedule without being compiled anew", async () => {
    const moving = () => lossByName("adaptive-sigmoid-f1", { from: 1, to: 20 });
    const create = vi.spyOn(InferenceSession, "create");
    const compiled = await run(compiledStep, moving());
    closeTo(
      compiled.history.map(({ loss }) => loss),
      (await run(eagerStep, moving())).history.map(({ loss }) => loss),
    );
    expect(create).toHaveBeenCalledTimes(2); // one for each batch size
    const fixed = await run(compiledStep, lossByName("sigmoid-f1", { beta: 1 }));
    expect(compiled.history.at(-1)?.loss).not.toBeCloseTo(fixed.history.at(-1)?.loss ?? 0, 2);
  });

  test("stays with eagerStep over a thousand steps", async () => {
    const eager = await run(eagerStep, lossByName("sigmoid-f1"), {}, 250);
    const compiled = await run(compiledStep, lossByName("sigmoid-f1"), {}, 250);
    closeTo(
      compiled.history.map(({ loss }) => loss),
      eager.history.map(({ loss }) => loss),
    );
    eager.weights.forEach((weights, i) => {
      closeTo(compiled.weights[i] ?? [], weights);
    });
  });

  test("goes on with the same state where only a later, smaller batch can't be compiled", async () => {
    const plain = lossByName("binary-cross-entropy");
    const sometimes = Object.defineProperties(
      (y: tf.Tensor, z: tf.Tensor) =>
        plain(y, z.shape[0] === 16 ? z : tf.add(z, tf.randomNormal([1], 0, 1e-9))),
      Object.getOwnPropertyDescriptors(plain),
    ) as MultilabelLoss;
    const onWarning = vi.fn();
    const { history } = await run((h, l, o) => compiledStep(h, l, o, { onWarning }), sometimes);
    expect(onWarning).toHaveBeenCalledTimes(1);
    closeTo(
      history.map(({ loss }) => loss),
      (await run(eagerStep, plain)).history.map(({ loss }) => loss),
    );
  });

  test("goes on as eagerStep, with one warning, where the loss can't be compiled", async () => {
    const plain = lossByName("binary-cross-entropy");
    const noisy = Object.defineProperties(
      (y: tf.Tensor, z: tf.Tensor) => plain(y, tf.add(z, tf.randomNormal([1], 0, 1e-9))),
      Object.getOwnPropertyDescriptors(plain),
    ) as MultilabelLoss;
    const onWarning = vi.fn();
    const { history } = await run((h, l, o) => compiledStep(h, l, o, { onWarning }), noisy);
    expect(onWarning.mock.calls).toEqual([
      [expect.stringMatching(/is not compiled: .*computes something else each time.*operation by/)],
    ]);
    const eager = await run(eagerStep, plain);
    closeTo(
      history.map(({ loss }) => loss),
      eager.history.map(({ loss }) => loss),
    );
  });

  test("leaves neither tensor nor session behind", async () => {
    const create = vi.spyOn(InferenceSession, "create");
    const release = vi.spyOn(sessions, "release");
    await run(compiledStep, lossByName("sigmoid-f1"));
    expect(release).toHaveBeenCalledTimes(create.mock.calls.length);
    const before = tf.memory().numTensors;
    await run(compiledStep, lossByName("sigmoid-f1"));
    expect(tf.memory().numTensors).toBe(before);
  });
});
