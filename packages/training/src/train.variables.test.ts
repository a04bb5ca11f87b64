import { useEngine } from "@sigf1/engine";
import { lossByName, type MultilabelLoss } from "@sigf1/losses";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { CLASSES, data, fast, newHead } from "./sample.test.support.js";
import { compiledStep } from "./step/compiledStep.js";
import { eagerStep } from "./step/eagerStep.js";
import { train } from "./train.js";

beforeAll(async () => {
  await useEngine("wasm");
});

const steps = [
  ["eagerStep", eagerStep],
  ["compiledStep", compiledStep],
] as const;

/** What a loss carries after training. */
const stateOf = ({ variables = [] }: MultilabelLoss) =>
  variables.map((variable) => [...variable.dataSync()]);

describe.each(steps)("train by %s, a loss with variables", (_name, step) => {
  test("trains its multipliers with the head's weights", async () => {
    const loss = lossByName("recall-at-precision");
    const head = newHead();
    await train({ ...data, ...fast, head, loss, step, epochs: 3 });
    const [multipliers] = stateOf(loss);
    expect(multipliers).toHaveLength(CLASSES);
    for (const multiplier of multipliers ?? []) expect(multiplier).not.toBe(1);
    loss.dispose();
    head.dispose();
  });

  test.each(["recall-at-precision", "tencent", "bayesian-sigmoid-f1"] as const)(
    "ends with %s's variables as they were in the best epoch",
    async (name) => {
      const run = async (epochs: number, figures: readonly number[]) => {
        const loss = lossByName(name);
        const head = newHead();
        let epoch = 0;
        const metric = () => figures[epoch++] ?? 0;
        const patience = Number.POSITIVE_INFINITY;
        await train({ ...data, ...fast, head, loss, step, epochs, metric, patience });
        const end = { weights: await head.readWeights(), state: stateOf(loss) };
        loss.dispose();
        head.dispose();
        return end;
      };
      const best = await run(4, [1, 2, 0, 0]);
      expect(best).toEqual(await run(2, [1, 2]));
      expect(best.state).not.toEqual((await run(4, [1, 2, 3, 4])).state);
    },
  );
});

test("train tells the loss the number of examples and of each class's positives", async () => {
  const plain = lossByName("binary-cross-entropy");
  const onTrainBegin = vi.fn();
  const loss = Object.defineProperties((...args: Parameters<MultilabelLoss>) => plain(...args), {
    ...Object.getOwnPropertyDescriptors(plain),
    onTrainBegin: { value: onTrainBegin },
  }) as MultilabelLoss;
  const head = newHead();
  await train({ ...data, ...fast, head, loss, epochs: 1 });
  const { labels } = data.train;
  const counts = Array.from({ length: CLASSES }, (_, j) =>
    labels.data.reduce((sum, label, i) => sum + (i % CLASSES === j ? label : 0), 0),
  );
  expect(onTrainBegin.mock.calls).toEqual([[{ examples: labels.rows, counts }]]);
  head.dispose();
});
