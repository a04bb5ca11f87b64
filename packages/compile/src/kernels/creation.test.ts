import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFloat, finite, int, shapes, tensorOf } from "../testing/arbitraries.js";
import { withOne } from "../testing/calls.js";
import { describeKernels, type KernelCases } from "../testing/describeKernels.js";
import type { Call } from "../testing/itMatchesCpu.js";
import { runCompiled } from "../testing/runCompiled.js";
import { creationLowerings } from "./creation.js";

const types = ["float32", "int32", "bool"] as const;

const like = (fn: (x: tf.Tensor) => tf.Tensor): KernelCases => ({
  "has tfjs's values for float32": withOne(fn, { values: anyFloat }, { minLength: 0 }),
  "has tfjs's values for int32": withOne(fn, { values: int(), dtype: "int32" }),
  "has tfjs's values for bool": withOne(fn, { values: int(0, 1), dtype: "bool" }),
});

/** Calls that make a tensor and add a number to it, so that there is something to compute. */
const added = (make: () => tf.Tensor, label: unknown): fc.Arbitrary<Call> =>
  finite.map((x) => ({
    run: (t: tf.Tensor) => [tf.add(make(), t), make()],
    inputs: [{ shape: [], dtype: "float32", values: [x] }],
    label,
  }));

const oneHots = (dtype: "float32" | "int32"): fc.Arbitrary<Call> =>
  fc
    .record({
      shape: shapes({ maxRank: 3 }),
      depth: fc.integer({ min: 2, max: 5 }),
      on: fc.constantFrom(1, 3, -1),
      off: fc.constantFrom(0, 2),
    })
    .chain(({ shape, depth, on, off }) =>
      tensorOf(shape, int(-2, 6), "int32").map((indices) => ({
        run: (t: tf.Tensor) => tf.oneHot(t, depth, on, off, dtype),
        inputs: [indices],
        label: { depth, on, off },
      })),
    );

describeKernels(creationLowerings, {
  Fill: {
    "has tfjs's values": fc
      .tuple(shapes({ minLength: 0 }), fc.constantFrom(...types), fc.constantFrom(0, 1))
      .chain(([shape, type, entry]) =>
        added(() => tf.fill(shape, entry, type), { shape, type, entry }),
      ),
    "guesses the type": shapes().chain((shape) => added(() => tf.fill(shape, 1.5), { shape })),
  },
  ZerosLike: like(tf.zerosLike),
  OnesLike: like(tf.onesLike),
  Range: {
    "has tfjs's values": fc
      .tuple(
        int(-9, 9),
        int(-9, 9),
        fc.constantFrom(1, 2, 0.5, 0.3, -1, -0.7),
        fc.constantFrom("float32" as const, "int32" as const),
      )
      .filter(([, , step, type]) => type === "float32" || Number.isInteger(step))
      .chain(([start, stop, step, type]) =>
        added(() => tf.range(start, stop, step, type), { start, stop, step, type }),
      ),
  },
  LinSpace: {
    "has tfjs's values": [
      fc
        .tuple(finite, finite, fc.integer({ min: 1, max: 9 }))
        .chain(([start, stop, num]) =>
          added(() => tf.linspace(start, stop, num), { start, stop, num }),
        ),
      { relative: 0, absolute: 1e-300 },
    ],
  },
  OneHot: {
    "has tfjs's values, off for positions that there are not": oneHots("float32"),
    "makes int32": oneHots("int32"),
    "makes bool": shapes({ maxRank: 3 }).chain((shape) =>
      tensorOf(shape, int(-2, 6), "int32").map((indices) => ({
        run: (t: tf.Tensor) => tf.oneHot(t, 4, 1, 0, "bool"),
        inputs: [indices],
      })),
    ),
  },
});

describe("what bool has no entries for", () => {
  it("is refused", async () => {
    const indices = { shape: [1], dtype: "int32", values: [1] } as const;
    const call = runCompiled((t) => tf.oneHot(t, 3, 1, 5, "bool"), [indices]);
    await expect(call).rejects.toThrow(/"OneHot".*bool/);
  });
});
