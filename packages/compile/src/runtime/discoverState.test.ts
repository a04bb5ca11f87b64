import { useEngine } from "@sigf1/engine";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, test } from "vitest";
import { discoverState } from "./discoverState.js";

beforeAll(async () => {
  await useEngine("wasm");
});

describe("discoverState", () => {
  test("finds what a step assigns and what its optimiser makes, and changes no value", async () => {
    const w = tf.variable(tf.tensor1d([1, 2]));
    const other = tf.variable(tf.scalar(3));
    const optimizer = tf.train.adam(0.1);
    const step = () =>
      optimizer.minimize(() => tf.mul(other, tf.sum(tf.square(w))) as tf.Scalar, true, [w])!; // returned
    const state = await discoverState(step, []);
    expect(state).toContain(w);
    expect(state).not.toContain(other);
    expect(state.map(({ size }) => size).sort()).toEqual([1, 1, 2, 2, 2]); // β₁ᵗ, β₂ᵗ, w, two moments
    expect([...w.dataSync()]).toEqual([1, 2]);
    const moments = state.filter((variable) => variable.size === 2 && variable !== w);
    expect(moments.map((moment) => [...moment.dataSync()])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test("gives variables of the first call their first values, and leaves no other tensor", async () => {
    let average: tf.Variable | undefined;
    const averaging = (x: tf.Tensor) => {
      average ??= tf.variable(tf.add(x, 1));
      average.assign(tf.mul(average, x));
      return average;
    };
    const x = tf.tensor1d([2, 4]);
    const before = tf.memory().numTensors;
    const state = await discoverState(averaging, [x]);
    expect(state).toEqual([average]);
    expect([...(average?.dataSync() ?? [])]).toEqual([3, 5]);
    expect(tf.memory().numTensors).toBe(before + 1);
  });

  test("puts back what a function assigned before it failed", async () => {
    const w = tf.variable(tf.scalar(4));
    const failing = () => {
      w.assign(tf.scalar(5));
      throw new Error("no more");
    };
    await expect(discoverState(failing, [])).rejects.toThrow("no more");
    expect(w.dataSync()[0]).toBe(4);
  });
});
