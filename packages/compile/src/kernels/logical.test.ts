import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { anyFloat, finite, int } from "../testing/arbitraries.js";
import { withOne, withSeveral } from "../testing/calls.js";
import { describeKernels, type KernelCases } from "../testing/describeKernels.js";
import { OF_SUMS } from "../testing/itMatchesCpu.js";
import { withGradient } from "../testing/withGradient.js";
import { logicalLowerings } from "./logical.js";

type Binary = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor;
type Unary = (x: tf.Tensor) => tf.Tensor;

const bools = { values: fc.integer({ min: 0, max: 1 }), dtype: "bool" } as const;
const ints = { values: int(-3, 3), dtype: "int32" } as const;
const floats = { values: anyFloat };

const comparison = (fn: Binary): KernelCases => ({
  "compares float32": withSeveral(fn, [floats, floats]),
  "compares int32": withSeveral(fn, [ints, ints]),
  "compares bool": withSeveral(fn, [bools, bools]),
  "compares int32 with float32": withSeveral(fn, [ints, { values: finite }]),
});

const question = (fn: Unary): KernelCases => ({
  "answers for float32": withOne(fn, floats),
  "answers for int32": withOne(fn, ints),
});

describeKernels(logicalLowerings, {
  Equal: comparison(tf.equal),
  NotEqual: comparison(tf.notEqual),
  Greater: comparison(tf.greater),
  GreaterEqual: comparison(tf.greaterEqual),
  Less: comparison(tf.less),
  LessEqual: comparison(tf.lessEqual),
  LogicalAnd: { "has tfjs's values": withSeveral(tf.logicalAnd, [bools, bools]) },
  LogicalOr: {
    "has tfjs's values": withSeveral(tf.logicalOr, [bools, bools]),
    "makes an exclusive or": withSeveral(tf.logicalXor, [bools, bools]),
  },
  LogicalNot: { "has tfjs's values": withOne(tf.logicalNot, bools) },
  IsNan: question(tf.isNaN),
  IsInf: question(tf.isInf),
  IsFinite: question(tf.isFinite),
  Select: {
    "chooses float32": withSeveral(tf.where, [bools, floats, floats]),
    "chooses int32": withSeveral(tf.where, [bools, ints, ints]),
    "chooses bool": withSeveral(tf.where, [bools, bools, bools]),
    "chooses between types": withSeveral(tf.where, [bools, ints, floats]),
    "has tfjs's gradient": [
      withSeveral(withGradient(tf.where, [1, 2]), [bools, { values: finite }, { values: finite }]),
      OF_SUMS,
    ],
  },
});
