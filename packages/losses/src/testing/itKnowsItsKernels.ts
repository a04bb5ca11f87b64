import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import type { MultilabelLoss } from "../MultilabelLoss.js";

/** Every kernel that value, gradient and scores run exists on the cpu, wasm and webgl backends. */
export function itKnowsItsKernels(title: string, make: () => MultilabelLoss, classes = 3): void {
  it(`${title}: runs only kernels that cpu, wasm and webgl have`, async () => {
    const loss = make();
    const y = tf.zeros<tf.Rank.R2>([2, classes]);
    const z = tf.ones<tf.Rank.R2>([2, classes]);
    const { kernelNames } = await tf.profile(() => {
      loss.scores(z);
      return tf.grad((x: tf.Tensor) => loss(y, x))(z);
    });
    // the profiler's name for a customGrad, whose own kernels are listed beside it
    const kernels = kernelNames.filter((kernel) => kernel !== "unnamed scope");
    expect(kernels).toContain("Sigmoid");
    for (const backend of ["cpu", "wasm", "webgl"]) {
      const known = new Set(tf.getKernelsForBackend(backend).map((k) => k.kernelName));
      expect(kernels.filter((kernel) => !known.has(kernel))).toEqual([]);
    }
  });
}
