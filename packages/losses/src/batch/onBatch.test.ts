import * as tf from "@tensorflow/tfjs";
import { describe, expect, it, vi } from "vitest";
import { onBatch } from "./onBatch.js";

await tf.setBackend("cpu");
const z = tf.zeros<tf.Rank.R2>([1, 2]);
const loss = () => onBatch("a-loss", (labels) => tf.sum<tf.Scalar>(labels));

describe("onBatch", () => {
  it("reads the labels of the first batch, and of no later one", () => {
    const compute = loss();
    const y = tf.ones([1, 2]);
    const read = vi.spyOn(y, "dataSync");
    compute(y, z);
    expect(read).toHaveBeenCalledTimes(1);
    compute(y, z);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it("goes on looking until a batch has passed", () => {
    const compute = loss();
    for (let i = 0; i < 2; i++) expect(() => compute(tf.fill([1, 2], -1), z)).toThrow(RangeError);
  });

  it("reads nothing from a backend without synchronous values, as WebGPU's", async () => {
    tf.registerBackend("asynchronous", () => {
      const backend = tf.findBackendFactory("cpu")() as tf.KernelBackend;
      const read = backend.readSync.bind(backend);
      backend.read = async (id) => read(id);
      backend.readSync = () => {
        throw new Error("only read() works");
      };
      return backend;
    });
    tf.copyRegisteredKernels("cpu", "asynchronous");
    await tf.setBackend("asynchronous");
    const total = loss()(tf.ones([1, 2]), tf.zeros([1, 2]));
    expect([...(await total.data())]).toEqual([2]);
    await tf.setBackend("cpu");
  });

  it("hands labels of any type on as float32", () => {
    const dtypes: string[] = [];
    const compute = onBatch("a-loss", (labels) => {
      dtypes.push(labels.dtype);
      return tf.sum<tf.Scalar>(labels);
    });
    compute(tf.ones([1, 2], "bool"), z);
    compute(tf.ones([1, 2], "int32"), z);
    expect(dtypes).toEqual(["float32", "float32"]);
  });
});
