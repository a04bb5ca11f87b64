import { useEngine } from "@sigf1/engine";
import { sigmoidF1 } from "@sigf1/losses";
import { eagerStep, linearHead } from "@sigf1/training";
import * as tf from "@tensorflow/tfjs-core";
import { type Comparison, compare } from "./compare.js";
import { registeredKernels, registerKernels, stockKernels } from "./stockKernels.js";

const [ROWS, INPUTS, CLASSES] = [256, 768, 200];

/** Times a training step on the wasm engine: with the repaired matrix product over with that of the backend. */
export async function engine(): Promise<Comparison[]> {
  await useEngine("wasm");
  const repaired = registeredKernels();

  const features = { rows: ROWS, cols: INPUTS, data: pattern(ROWS * INPUTS, Math.sin) };
  const labels = {
    rows: ROWS,
    cols: CLASSES,
    data: pattern(ROWS * CLASSES, (i) => (i % 41 === 0 ? 1 : 0)),
  };
  const head = linearHead({ inputs: INPUTS, outputs: CLASSES });
  const step = eagerStep(head, sigmoidF1(), { name: "adam" });
  const on = (kernels: readonly tf.KernelConfig[]) => async () => {
    registerKernels(kernels);
    tf.dispose((await step.run({ features, labels, masks: [] })) as tf.Scalar);
  };
  const result = await compare(
    `Training step, linear head ${INPUTS} → ${CLASSES}, batch ${ROWS}, sigmoidF1, Adam, wasm`,
    "≤ 0.2",
    { "repaired kernels": on(repaired), "stock kernels": on(stockKernels) },
  );
  registerKernels(repaired);
  step.dispose();
  head.dispose();
  return [result];
}

const pattern = (size: number, value: (i: number) => number): Float32Array =>
  Float32Array.from({ length: size }, (_, i) => value(i));
