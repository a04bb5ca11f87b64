import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { finite, int, ordinaryOrInfinite, shapes, tensorOf } from "../testing/arbitraries.js";
import { type Entries, withOne } from "../testing/calls.js";
import { describeKernels, type KernelCases } from "../testing/describeKernels.js";
import { type Call, OF_SUMS } from "../testing/itMatchesCpu.js";
import { withGradient } from "../testing/withGradient.js";
import { reductionLowerings } from "./reduction.js";

type Reduce = (x: tf.Tensor, axis?: number | number[], keepDims?: boolean) => tf.Tensor;
type Unary = (x: tf.Tensor) => tf.Tensor;

const bools = { values: fc.integer({ min: 0, max: 1 }), dtype: "bool" } as const;
/** Mostly ones, so that products stay small. */
const ints = {
  values: fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, int(-4, 4)),
  dtype: "int32",
} as const;

/** Calls with no axes, one or several, counted from either end, on tensors that may have no entries. */
const reductions = (
  fn: Reduce,
  { values, dtype = "float32" }: Entries,
  { around = (run: Unary): Call["run"] => run, minLength = 1, fromEnd: maybeFromEnd = true } = {},
): fc.Arbitrary<Call> =>
  shapes({ minLength, maxLength: 3 }).chain((shape) => {
    const axis = fc.integer({ min: 0, max: Math.max(0, shape.length - 1) });
    const counted = fc
      .tuple(axis, maybeFromEnd ? fc.boolean() : fc.constant(false))
      .map(([i, fromEnd]) => (fromEnd ? i - shape.length : i));
    const several = fc
      .uniqueArray(axis, { maxLength: shape.length })
      .map((axes) => [...axes].sort());
    return fc
      .record({
        x: tensorOf(shape, values, dtype),
        axis:
          shape.length === 0
            ? fc.constant(undefined)
            : fc.option(fc.oneof(counted, several), { nil: undefined }),
        keepDims: fc.boolean(),
      })
      .map(({ x, axis, keepDims }) => ({
        run: around((t) => fn(t, axis, keepDims)),
        inputs: [x],
        label: { axis, keepDims },
      }));
  });

const ofNumbers = (fn: Reduce, fromEnd = true): KernelCases => ({
  "has tfjs's values": [reductions(fn, { values: ordinaryOrInfinite }), OF_SUMS],
  "has tfjs's gradient": reductions(fn, { values: finite }, { around: withGradient, fromEnd }),
  "takes int32": reductions(fn, ints),
  "takes bool": reductions(fn, bools),
  "gives what tfjs gives of nothing": reductions(fn, { values: finite }, { minLength: 0 }),
});

const ofBools = (fn: Reduce): KernelCases => ({
  "has tfjs's values": reductions(fn, bools),
  "gives what tfjs gives of nothing": reductions(fn, bools, { minLength: 0 }),
});

describeKernels(reductionLowerings, {
  Sum: ofNumbers(tf.sum),
  Mean: ofNumbers(tf.mean),
  // tfjs has no gradient for axes counted from the end.
  Prod: {
    ...ofNumbers(tf.prod, false),
    "wraps around in int32": withOne(
      (x) => tf.prod(x),
      { values: int(-(2 ** 25), 2 ** 25), dtype: "int32" },
      { maxRank: 1, maxLength: 2 },
    ),
  },
  Max: ofNumbers(tf.max),
  Min: ofNumbers(tf.min),
  All: ofBools(tf.all),
  Any: ofBools(tf.any),
});
