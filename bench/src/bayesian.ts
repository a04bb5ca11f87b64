import { useEngine } from "@sigf1/engine";
import { bayesianSigmoidF1, type MultilabelLoss, sigmoidF1 } from "@sigf1/losses";
import { eagerStep, mlpHead } from "@sigf1/training";
import * as tf from "@tensorflow/tfjs-core";
import { type Comparison, compare } from "./compare.js";

const [ROWS, INPUTS, CLASSES] = [256, 768, 200];

/** Times a training step on the wasm engine with SBayesF1 (two transitions a step) over one with sigmoidF1. */
export async function bayesian(): Promise<Comparison[]> {
  await useEngine("wasm");
  const features = matrix(INPUTS, 1, (x) => x);
  const labels = matrix(CLASSES, 2, (x) => (x > 0.9 ? 1 : 0));
  const comparisons: Comparison[] = [];
  for (const scope of ["global", "class", "example"] as const) {
    const make = (loss: MultilabelLoss) => {
      const head = mlpHead({ inputs: INPUTS, outputs: CLASSES });
      return { head, loss, step: eagerStep(head, loss, { name: "adam" }) };
    };
    const sides = { SBayesF1: make(bayesianSigmoidF1({ scope })), sigmoidF1: make(sigmoidF1()) };
    const run =
      ({ step }: ReturnType<typeof make>) =>
      async () => {
        const loss = (await step.run({ features, labels, masks: [] })) as tf.Scalar;
        await loss.data();
        loss.dispose();
      };
    comparisons.push(
      await compare(
        `Training step, linear head ${INPUTS} → ${CLASSES}, batch ${ROWS}, Adam, wasm, scope ${scope}`,
        "≤ 2",
        { SBayesF1: run(sides.SBayesF1), sigmoidF1: run(sides.sigmoidF1) },
      ),
    );
    for (const { head, loss, step } of Object.values(sides)) {
      await step.dispose();
      head.dispose();
      loss.dispose?.();
    }
  }
  return comparisons;
}

function matrix(cols: number, seed: number, entry: (x: number) => number) {
  const tensor = tf.randomUniform([ROWS, cols], -1, 1, "float32", seed);
  const data = tensor.dataSync<"float32">().map(entry);
  tensor.dispose();
  return { rows: ROWS, cols, data };
}
