import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anyFloat,
  broadcastable,
  finite,
  int,
  shapes,
  tensorOf,
  within,
} from "../testing/arbitraries.js";
import { withAlike, withSeveral } from "../testing/calls.js";
import { describeKernels, type KernelCases } from "../testing/describeKernels.js";
import { OF_SUMS } from "../testing/itMatchesCpu.js";
import { runCompiled } from "../testing/runCompiled.js";
import { withGradient } from "../testing/withGradient.js";
import { binaryLowerings } from "./binary.js";

type Binary = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor;

const bools = { values: fc.integer({ min: 0, max: 1 }), dtype: "bool" } as const;
const ints = (values = int()) => ({ values, dtype: "int32" }) as const;

const arithmetic = (fn: Binary): KernelCases => ({
  ...values(fn),
  "has tfjs's gradient": [
    withSeveral(withGradient(fn), [{ values: finite }, { values: finite }]),
    OF_SUMS,
  ],
});

/** Of kernels whose gradients tfjs gives for equal shapes only. */
const withoutSpreading = (fn: Binary): KernelCases => ({
  ...values(fn),
  "has tfjs's gradient": withAlike(withGradient(fn), [{ values: finite }, { values: finite }]),
});

const values = (fn: Binary): KernelCases => ({
  "has tfjs's values": withSeveral(fn, [{ values: anyFloat }, { values: anyFloat }]),
  "takes int32": withSeveral(fn, [ints(), ints()]),
  "takes int32 with float32": withSeveral(fn, [{ values: finite }, ints()]),
});

const wrapsAround = (fn: Binary): KernelCases => ({
  "wraps around in int32": withSeveral(fn, [
    ints(int(-(2 ** 31), 2 ** 31 - 1)),
    ints(int(-(2 ** 20), 2 ** 20)),
  ]),
});

describeKernels(binaryLowerings, {
  Add: { ...arithmetic(tf.add), ...wrapsAround(tf.add) },
  AddN: {
    "has tfjs's values and gradient": shapes().chain((shape) =>
      fc.array(tensorOf(shape, finite), { minLength: 1, maxLength: 4 }).map((inputs) => ({
        run: withGradient((...terms) => tf.addN(terms)),
        inputs,
      })),
    ),
    "takes int32": shapes().chain((shape) =>
      fc.array(tensorOf(shape, int(), "int32"), { minLength: 1, maxLength: 4 }).map((inputs) => ({
        run: (...terms: tf.Tensor[]) => tf.addN(terms),
        inputs,
      })),
    ),
  },
  Sub: { ...arithmetic(tf.sub), ...wrapsAround(tf.sub) },
  Multiply: {
    ...arithmetic(tf.mul),
    ...wrapsAround(tf.mul),
    "takes bool": withSeveral(tf.mul, [bools, bools]),
    "takes ones that spread the other": broadcastable(2).chain(([shape, onesShape]) =>
      tensorOf(shape!, anyFloat).map((x) => ({
        run: (t: tf.Tensor) => [tf.mul(t, tf.ones(onesShape!)), tf.mul(tf.ones(onesShape!), t)],
        inputs: [x],
        label: { onesShape },
      })),
    ),
  },
  SquaredDifference: withoutSpreading(tf.squaredDifference),
  Maximum: {
    ...withoutSpreading(tf.maximum),
    "takes bool": withSeveral(tf.maximum, [bools, bools]),
  },
  Minimum: {
    ...withoutSpreading(tf.minimum),
    "takes bool": withSeveral(tf.minimum, [bools, bools]),
  },
  Pow: {
    "has tfjs's values": withSeveral(tf.pow, [{ values: anyFloat }, { values: anyFloat }]),
    "has tfjs's values for constant exponents": fc
      .constantFrom(2, 0.5, -1, 3, 0, NaN, Infinity)
      .chain((exponent) => withSeveral((x) => tf.pow(x, exponent), [{ values: anyFloat }])),
    "has tfjs's gradient": [
      withSeveral(withGradient(tf.pow), [{ values: within(0.1, 5) }, { values: within(-3, 3) }]),
      { relative: 1e-4, absolute: 1e-2 }, // numbers of up to 15,000 are added up
    ],
    "takes negative bases with whole exponents": withSeveral(tf.pow, [
      { values: finite },
      { values: int(-4, 4) },
    ]),
    "takes int32": withSeveral(tf.pow, [ints(int(-9, 9)), ints(int(-3, 12))]),
  },
  Atan2: {
    "has tfjs's values": withSeveral(tf.atan2, [{ values: anyFloat }, { values: anyFloat }]),
    "tells zeros of either sign apart": withSeveral(tf.atan2, [
      { values: fc.constantFrom(0, -0, 1, -1) },
      { values: fc.constantFrom(0, -0, 1, -1, Infinity, -Infinity) },
    ]),
    "has tfjs's gradient": [
      withSeveral(withGradient(tf.atan2), [
        { values: within(0.1, 5) },
        { values: within(-5, -0.1) },
      ]),
      OF_SUMS,
    ],
    "takes int32": withSeveral(tf.atan2, [ints(), ints()]),
  },
  BitwiseAnd: {
    "has tfjs's values": withAlike(tf.bitwiseAnd as Binary, [
      ints(int(-1000, 1000)),
      ints(int(-1000, 1000)),
    ]),
  },
});

describe("arithmetic on bool", () => {
  it("is refused with the way out", async () => {
    const x = { shape: [2], dtype: "bool", values: [1, 0] } as const;
    await expect(runCompiled((t) => tf.add(t, t), [x])).rejects.toThrow(
      /"Add".*cast to int32 first/,
    );
  });
});
