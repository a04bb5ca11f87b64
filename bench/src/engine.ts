import { useEngine } from "@sigf1/engine";
import { sigmoidF1 } from "@sigf1/losses";
import { eagerStep, linearHead } from "@sigf1/training";
import "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import { type Comparison, compare } from "./compare.js";

const KERNELS = ["BatchMatMul", "_FusedMatMul", "Identity"] as const;
const [ROWS, INPUTS, CLASSES] = [256, 768, 200];

/** Times a training step on the wasm engine: with the repaired matrix product over with that of the backend. */
export async function engine(): Promise<Comparison[]> {
  const stock = registered();
  await useEngine("wasm");
  const repaired = registered();

  const features = tf.tensor2d(pattern(ROWS * INPUTS, Math.sin), [ROWS, INPUTS]);
  const labels = tf.tensor2d(
    pattern(ROWS * CLASSES, (i) => (i % 41 === 0 ? 1 : 0)),
    [ROWS, CLASSES],
  );
  const head = linearHead({ inputs: INPUTS, outputs: CLASSES });
  const step = eagerStep(head, sigmoidF1(), { name: "adam" });
  const on = (kernels: readonly tf.KernelConfig[]) => async () => {
    register(kernels);
    (await step.run({ features, labels, masks: [] })).dispose();
  };
  const result = await compare(
    `Training step, linear head ${INPUTS} → ${CLASSES}, batch ${ROWS}, sigmoidF1, Adam, wasm`,
    "≤ 0.2",
    { "repaired kernels": on(repaired), "stock kernels": on(stock) },
  );
  register(repaired);
  step.dispose();
  head.dispose();
  tf.dispose([features, labels]);
  return [result];
}

const registered = () => KERNELS.map((name) => tf.getKernel(name, "wasm"));

function register(kernels: readonly tf.KernelConfig[]): void {
  for (const kernel of kernels) {
    tf.unregisterKernel(kernel.kernelName, "wasm");
    tf.registerKernel(kernel);
  }
}

const pattern = (size: number, value: (i: number) => number): Float32Array =>
  Float32Array.from({ length: size }, (_, i) => value(i));
