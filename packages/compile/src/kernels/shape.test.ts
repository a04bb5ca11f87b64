import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFloat, finite, int, shapes, tensorOf } from "../testing/arbitraries.js";
import { withAxis, withOne } from "../testing/calls.js";
import { describeKernels, type KernelCases } from "../testing/describeKernels.js";
import type { Call } from "../testing/itMatchesCpu.js";
import { runCompiled } from "../testing/runCompiled.js";
import { withGradient } from "../testing/withGradient.js";
import { shapeLowerings } from "./shape.js";

type Unary = (x: tf.Tensor) => tf.Tensor;
type Calls = (
  kind: "float32" | "int32" | "bool",
  around: (run: Unary) => Call["run"],
) => fc.Arbitrary<Call>;

const ENTRIES = { float32: finite, int32: int(), bool: int(0, 1) };

const forAllTypes = (calls: Calls): KernelCases => ({
  "has tfjs's values and gradient": calls("float32", withGradient),
  "takes int32": calls("int32", (run) => run),
  "takes bool": calls("bool", (run) => run),
});

/** Calls of functions that are made for a shape. */
const forShape =
  (
    choose: (shape: readonly number[]) => fc.Arbitrary<readonly [Unary, unknown]>,
    options = {},
  ): Calls =>
  (type, around) =>
    shapes(options).chain((shape) =>
      fc
        .tuple(tensorOf(shape, ENTRIES[type], type), choose(shape))
        .map(([x, [run, label]]) => ({ run: around(run), inputs: [x], label })),
    );

const types = ["float32", "int32", "bool"] as const;

/** What can be truncated without a doubt, and what JavaScript turns into 0 or takes modulo 2³². */
const castable = fc.oneof(
  anyFloat,
  fc
    .constantFrom(2 ** 31, -(2 ** 31), 2 ** 32 + 512, -3e9, 3e9, 2 ** 53, 1e19, -1e19, 1e25)
    .map(Math.fround),
);

describeKernels(shapeLowerings, {
  Identity: {
    "has tfjs's values and gradient": withOne(withGradient(tf.clone), { values: anyFloat }),
  },
  Cast: {
    "casts float32": fc
      .constantFrom(...types)
      .chain((type) => withOne((x) => tf.cast(x, type), { values: castable })),
    "casts int32": fc
      .constantFrom(...types)
      .chain((type) => withOne((x) => tf.cast(x, type), { values: int(), dtype: "int32" })),
    "casts bool": fc
      .constantFrom(...types)
      .chain((type) => withOne((x) => tf.cast(x, type), { values: int(0, 1), dtype: "bool" })),
    "has tfjs's gradient": withOne(
      withGradient((x) => tf.square(tf.cast(x, "float32"))),
      { values: finite },
    ),
  },
  Reshape: forAllTypes(
    forShape((shape) =>
      fc
        .constantFrom<number[]>([-1], [...shape].reverse(), [1, ...shape, 1])
        .map((to) => [(x) => tf.reshape(x, to), to]),
    ),
  ),
  ExpandDims: forAllTypes(
    forShape((shape) =>
      fc
        .integer({ min: -shape.length - 1, max: shape.length })
        .map((axis) => [(x) => tf.expandDims(x, axis), axis]),
    ),
  ),
  Transpose: forAllTypes(
    forShape((shape) =>
      fc
        .shuffledSubarray([...shape.keys()], { minLength: shape.length })
        .map((perm) => [(x) => tf.transpose(x, perm), perm]),
    ),
  ),
  Reverse: forAllTypes(
    forShape((shape) =>
      fc.subarray([...shape.keys()]).map((axes) => [
        (x) =>
          tf.reverse(
            x,
            axes.map((i) => i - shape.length),
          ),
        axes,
      ]),
    ),
  ),
  FlipLeftRight: {
    "has tfjs's values": withOne(
      (x) => tf.image.flipLeftRight(x as tf.Tensor4D),
      { values: anyFloat },
      { minRank: 4 },
    ),
  },
  Tile: {
    ...forAllTypes(
      forShape(
        (shape) =>
          fc
            .array(fc.integer({ min: 1, max: 3 }), {
              minLength: shape.length,
              maxLength: shape.length,
            })
            .map((reps) => [(x) => tf.tile(x, reps), reps]),
        { minRank: 1 },
      ),
    ),
    "spreads a tensor and what is computed from it": withAxis(
      (axis) => (x) => {
        const column = tf.sum(x, axis, true);
        return [
          column,
          tf.exp(tf.broadcastTo(column, x.shape)),
          tf.broadcastTo(column, [2, ...x.shape]),
        ];
      },
      { values: finite },
      { maxRank: 3 },
    ),
  },
});

describe("a cast to a type that ONNX has not got", () => {
  it("is refused", async () => {
    const x = { shape: [1], dtype: "float32", values: [1] } as const;
    const call = runCompiled((t) => tf.real(tf.cast(t, "complex64")), [x]);
    await expect(call).rejects.toThrow(/"Cast".*complex64/);
  });
});
