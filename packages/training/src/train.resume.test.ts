import { useEngine } from "@sigf1/engine";
import { lossByName, lossNames } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, test } from "vitest";
import { mlpHead } from "./heads/mlpHead.js";
import { CLASSES, data, INPUTS } from "./sample.test.support.js";
import { compiledStep } from "./step/compiledStep.js";
import { eagerStep } from "./step/eagerStep.js";
import type { TrainingCheckpoint, TrainOptions } from "./TrainOptions.js";
import { train } from "./train.js";

beforeAll(async () => {
  await useEngine("wasm");
});

type Name = (typeof lossNames)[number];

/** Trains a new head with a new loss; gives all that a caller can see of it, and the checkpoint after each epoch. */
async function run(name: Name, options: Partial<TrainOptions> = {}) {
  const loss = lossByName(name);
  const layers = { hidden: [5], dropout: 0.3, inputDropout: 0.1 };
  const head = mlpHead({ inputs: INPUTS, outputs: CLASSES, l2: 1e-3, seed: 3, ...layers });
  const checkpoints: TrainingCheckpoint[] = [];
  try {
    const result = await train({
      ...data,
      head,
      loss,
      optimizer: { name: "adam", learningRate: 0.02 },
      batchSize: 16,
      epochs: 6,
      patience: Number.POSITIVE_INFINITY,
      seed: 5,
      onWarning: () => {},
      onEpoch: async (_record, checkpoint) => {
        checkpoints.push(await checkpoint());
      },
      ...options,
    });
    const state = (loss.variables ?? []).map((variable) => [...variable.dataSync()]);
    const { schedule } = loss;
    return { result, weights: await head.readWeights(), state, schedule, checkpoints };
  } finally {
    loss.dispose?.();
    head.dispose();
  }
}

describe.each([
  ["eagerStep", eagerStep],
  ["compiledStep", compiledStep],
] as const)("train by %s, going on from a checkpoint", (_name, step) => {
  test.each(lossNames)("ends bit by bit where %s had ended undisturbed", async (name) => {
    const { checkpoints, ...whole } = await run(name, { step });
    const { checkpoints: rest, ...resumed } = await run(name, { step, resume: checkpoints[2]! });
    expect(resumed).toEqual(whole);
    expect(rest).toEqual(checkpoints.slice(3));
  });
});

describe("train, going on from a checkpoint", () => {
  test.each([
    ["sgd with momentum", { optimizer: { name: "sgd", learningRate: 0.05, momentum: 0.9 } }],
    ["a batch that is the whole part", { batchSize: 1000 }],
  ] as const)("is the same with %s", async (_case, options) => {
    const { checkpoints, ...whole } = await run("sigmoid-f1", options as Partial<TrainOptions>);
    const resume = checkpoints[3]!;
    const { result, weights } = await run("sigmoid-f1", { ...(options as object), resume });
    expect({ result, weights }).toEqual({ result: whole.result, weights: whole.weights });
  });

  test("keeps the weights that were best before it", async () => {
    const { checkpoints, ...whole } = await run("sigmoid-f1", { metric: falling(0) });
    const resume = checkpoints[3]!;
    const { result, weights } = await run("sigmoid-f1", { metric: falling(4), resume });
    expect(result).toEqual(whole.result);
    expect(result.bestEpoch).toBe(0);
    expect(weights).toEqual(whole.weights);
  });

  test("stops where patience had run out, after no further epoch", async () => {
    const options = { metric: falling(0), patience: 2 };
    const { checkpoints, result } = await run("sigmoid-f1", options);
    expect(result.history).toHaveLength(3);
    const again = await run("sigmoid-f1", { ...options, resume: checkpoints.at(-1)! });
    expect(again.checkpoints).toEqual([]);
    expect(again.result).toEqual(result);
  });

  test("after stopAfter follows the schedule of all epochs", async () => {
    const { checkpoints, ...whole } = await run("adaptive-sigmoid-f1");
    const first = await run("adaptive-sigmoid-f1", { stopAfter: 2 });
    expect(first.result.history).toEqual(whole.result.history.slice(0, 2));
    const second = await run("adaptive-sigmoid-f1", { resume: first.checkpoints.at(-1)! });
    expect(second.weights).toEqual(whole.weights);
    expect(second.result).toEqual(whole.result);
  });

  test("a checkpoint does not change with the training that it is of", async () => {
    const copies: unknown[] = [];
    const kept: TrainingCheckpoint[] = [];
    await run("bayesian-sigmoid-f1", {
      onEpoch: async (_record, checkpoint) => {
        kept.push(await checkpoint());
        copies.push(structuredClone(kept.at(-1)));
      },
    });
    expect(kept).toEqual(copies);
  });

  test("refuses the checkpoint of another head or optimiser", async () => {
    const { checkpoints } = await run("sigmoid-f1");
    const optimizer = { name: "sgd" } as const;
    await expect(run("sigmoid-f1", { resume: checkpoints[0]!, optimizer })).rejects.toThrow(
      "values of variables of the sizes",
    );
  });

  test("leaves no tensor behind", async () => {
    const { checkpoints } = await run("tencent");
    const { numTensors } = tf.memory();
    await run("tencent", { resume: checkpoints[3]! });
    expect(tf.memory().numTensors).toBe(numTensors);
  });
});

/** A metric that falls from epoch to epoch. */
function falling(epoch: number): NonNullable<TrainOptions["metric"]> {
  let next = epoch;
  return () => -next++;
}
