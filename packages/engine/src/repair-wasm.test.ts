import * as tf from "@tensorflow/tfjs-core";
import { expect, test } from "vitest";

test("importing @sigf1/engine/repair-wasm brings the wasm backend with its matrix product repaired", async () => {
  await import("./repair-wasm.js");
  await tf.setBackend("wasm");
  const source = tf.getKernel("BatchMatMul", "wasm").kernelFunc;
  expect(Symbol.for("@sigf1/engine: repaired") in source).toBe(true);
  const product = tf.matMul(tf.tensor2d([[1], [2]]), tf.tensor2d([[3], [4]]), true);
  expect([...product.dataSync()]).toEqual([11]);
});

test("it brings the gradients of convolutions, too", async () => {
  await import("./repair-wasm.js");
  for (const kernel of [tf.Conv2DBackpropFilter, tf.DepthwiseConv2dNativeBackpropInput]) {
    expect(tf.getKernel(kernel, "wasm")).toBeDefined();
  }
});
