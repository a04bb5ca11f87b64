import "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";

const NAMES = ["BatchMatMul", "_FusedMatMul", "Identity"] as const;

/** Kernels of the wasm backend as they are registered now. */
export const registeredKernels = (): tf.KernelConfig[] =>
  NAMES.map((name) => tf.getKernel(name, "wasm"));

/** As tfjs-backend-wasm brings them: this module is loaded before any engine is readied. */
export const stockKernels = registeredKernels();

/** Puts kernels in place of those of their names. */
export function registerKernels(kernels: readonly tf.KernelConfig[]): void {
  for (const kernel of kernels) {
    tf.unregisterKernel(kernel.kernelName, "wasm");
    tf.registerKernel(kernel);
  }
}
