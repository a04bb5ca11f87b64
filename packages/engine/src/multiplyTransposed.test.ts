import type { KernelFunc } from "@tensorflow/tfjs-core";
import { expect, test, vi } from "vitest";
import { multiplyTransposed } from "./multiplyTransposed.js";

const info = (...shape: number[]) => ({ dataId: {}, shape, dtype: "float32" as const });
const call = (a: number[], b: number[], transposeA: boolean, transposeB: boolean) => {
  const multiply = vi.fn<KernelFunc>(() => info(1));
  const args = {
    inputs: { a: info(...a), b: info(...b) },
    attrs: { transposeA, transposeB },
    backend: {},
  };
  multiplyTransposed(multiply)(args);
  return { multiply, args };
};

test("an untransposed product goes to the kernel as it is", () => {
  const { multiply, args } = call([2, 3], [3, 4], false, false);
  expect(multiply.mock.calls).toEqual([[args]]);
});

test("a batch of products goes to the kernel as it is, which multiplies batches no faster untransposed", () => {
  const { multiply, args } = call([5, 3, 2], [1, 3, 4], true, false);
  expect(multiply.mock.calls).toEqual([[args]]);
});
