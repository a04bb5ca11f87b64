import { useEngine } from "@sigf1/engine";
import { sigmoidF1 } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, test } from "vitest";
import { gatherRows } from "./batches/gatherRows.js";
import type { RowSource } from "./batches/RowSource.js";
import type { Part } from "./checks/checkPart.js";
import { TrainingDataError } from "./checks/TrainingDataError.js";
import { trainCountHead } from "./countHead/trainCountHead.js";
import { mlpHead } from "./heads/mlpHead.js";
import { predict } from "./predict.js";
import {
  CLASSES,
  data,
  fast,
  INPUTS,
  newHead,
  type Sample,
  sample,
} from "./sample.test.support.js";
import { compiledStep } from "./step/compiledStep.js";
import { eagerStep } from "./step/eagerStep.js";
import { train } from "./train.js";

beforeAll(async () => {
  await useEngine("wasm");
});

/** The same examples, with features that are handed out later and by rows; `asked` counts the rows of each call. */
function onDisk({ features, labels }: Sample) {
  const asked: number[] = [];
  const source: RowSource = {
    rows: features.rows,
    cols: features.cols,
    async gather(rows, into) {
      await new Promise((done) => setImmediate(done));
      asked.push(rows.length);
      gatherRows(features, rows, into);
    },
  };
  return { part: { features: source, labels } satisfies Part, asked };
}

const drop = { hidden: [5], dropout: 0.3, inputDropout: 0.2 };

describe.each([
  ["eagerStep", eagerStep],
  ["compiledStep", compiledStep],
] as const)("train by %s with features from a RowSource", (_name, step) => {
  test.each([
    ["shuffled batches", { batchSize: 16 }, drop],
    ["one batch of all rows", { batchSize: 50 }, {}],
  ])(
    "gives the history and weights of the same features in memory: %s",
    async (_, batches, layers) => {
      const run = async (parts: { train: Part; validation: Part }) => {
        const head = mlpHead({ inputs: INPUTS, outputs: CLASSES, seed: 4, ...layers });
        const { history } = await train({
          ...parts,
          ...fast,
          ...batches,
          head,
          loss: sigmoidF1(),
          epochs: 4,
          seed: 7,
          step,
        });
        const weights = await head.readWeights();
        head.dispose();
        return { history, weights };
      };
      const [training, validation] = [onDisk(data.train), onDisk(data.validation)];
      const fromDisk = await run({ train: training.part, validation: validation.part });
      expect(fromDisk).toEqual(await run(data));
      expect(Math.max(...training.asked)).toBe(batches.batchSize);
    },
  );
});

test("predict reads a RowSource in ranges and gives the logits of the same features in memory", async () => {
  const head = newHead();
  const tensors = tf.memory().numTensors;
  const { part, asked } = onDisk(data.train);
  const logits = await predict(head, part.features, { batchSize: 20 });
  expect(logits).toEqual(await predict(head, data.train.features, { batchSize: 20 }));
  expect(asked).toEqual([20, 20, 10]);
  expect(tf.memory().numTensors).toBe(tensors);
  head.dispose();
});

test.each([[[]], [[4]]])(
  "a count head on a head with hidden layers %j predicts from a RowSource what it does from memory",
  async (hidden) => {
    const head = mlpHead({ inputs: INPUTS, outputs: CLASSES, hidden, seed: 2 });
    const run = async (parts: { train: Part; validation: Part }) => {
      const counting = await trainCountHead({ ...parts, ...fast, head, epochs: 5 });
      const counts = await counting.predict(parts.validation.features);
      const weights = await counting.head.readWeights();
      counting.dispose();
      return { counts, weights, history: counting.history };
    };
    const stored = { train: onDisk(data.train).part, validation: onDisk(data.validation).part };
    expect(await run(stored)).toEqual(await run(data));
    head.dispose();
  },
);

test("a feature of a RowSource that is not finite is an error that names part, row and column", async () => {
  const head = newHead();
  const broken = sample(50, 1);
  broken.features.data[2 * INPUTS + 5] = Number.NaN;
  const { part } = onDisk(broken);
  const options = { ...fast, head, loss: sigmoidF1(), epochs: 1 };
  const training = train({ ...options, train: part });
  await expect(training).rejects.toThrow(TrainingDataError);
  await expect(training).rejects.toThrow("The training features hold NaN at row 2, column 5");
  await expect(train({ ...options, train: data.train, validation: part })).rejects.toThrow(
    "The validation features hold NaN at row 2, column 5",
  );
  head.dispose();
});

test("an error of a RowSource ends the training, which leaks no tensor", async () => {
  const head = newHead();
  const tensors = tf.memory().numTensors;
  const { labels } = data.train;
  const features: RowSource = {
    rows: 50,
    cols: INPUTS,
    gather: async () => {
      throw new Error("disk gone");
    },
  };
  await expect(
    train({ ...fast, head, loss: sigmoidF1(), epochs: 1, train: { features, labels } }),
  ).rejects.toThrow("disk gone");
  expect(tf.memory().numTensors).toBe(tensors);
  head.dispose();
});
