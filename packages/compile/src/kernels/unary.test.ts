import * as tf from "@tensorflow/tfjs-core";
import type fc from "fast-check";
import { anyFloat, finite, int, within } from "../testing/arbitraries.js";
import { withOne } from "../testing/calls.js";
import { describeKernels, type KernelCases } from "../testing/describeKernels.js";
import { withGradient } from "../testing/withGradient.js";
import { unaryLowerings } from "./unary.js";

type Unary = (x: tf.Tensor) => tf.Tensor;

/** Special values, and values and gradients where the function is smooth. */
const smooth = (fn: Unary, domain: fc.Arbitrary<number> = finite): KernelCases => ({
  "has tfjs's values": [withOne(fn, { values: anyFloat }), { absolute: 1e-12 }],
  "has tfjs's gradient": withOne(withGradient(fn), { values: domain }),
});

const ofIntegers = (fn: Unary): KernelCases => ({
  "takes int32": withOne(fn, { values: int(), dtype: "int32" }),
});

const exactly = (fn: Unary): KernelCases => ({
  "has tfjs's values": [withOne(fn, { values: anyFloat }), { relative: 0, absolute: 1e-300 }],
  "has tfjs's gradient": withOne(withGradient(fn), { values: finite }),
});

describeKernels(unaryLowerings, {
  Abs: { ...exactly(tf.abs), ...ofIntegers(tf.abs) },
  Acos: { ...smooth(tf.acos, within(-0.9, 0.9)), ...ofIntegers(tf.acos) },
  Acosh: { ...smooth(tf.acosh, within(1.1, 9)), ...ofIntegers(tf.acosh) },
  Asin: { ...smooth(tf.asin, within(-0.9, 0.9)), ...ofIntegers(tf.asin) },
  Asinh: { ...smooth(tf.asinh), ...ofIntegers(tf.asinh) },
  Atan: { ...smooth(tf.atan), ...ofIntegers(tf.atan) },
  Atanh: { ...smooth(tf.atanh, within(-0.9, 0.9)), ...ofIntegers(tf.atanh) },
  Ceil: exactly(tf.ceil),
  // Sine and cosine of numbers beyond the range of their reduction in floats are left out.
  Cos: {
    "has tfjs's values and gradient": withOne(withGradient(tf.cos), { values: within(-100, 100) }),
  },
  Cosh: smooth(tf.cosh),
  // tfjs has a polynomial that is right to 1.5e-7; ONNX Runtime is closer.
  Erf: {
    "has tfjs's values": [withOne(tf.erf, { values: anyFloat }), { absolute: 2e-7 }],
    "has tfjs's gradient": withOne(withGradient(tf.erf), { values: finite }),
  },
  Exp: { ...smooth(tf.exp), ...ofIntegers(tf.exp) },
  Expm1: {
    ...smooth(tf.expm1),
    // Further down a float is −1 where a double is not yet, and is truncated to 0.
    "takes int32": withOne(tf.expm1, { values: int(-9, 9), dtype: "int32" }),
    "keeps its digits near 0": [
      withOne(tf.expm1, { values: within(-1e-3, 1e-3) }),
      { relative: 1e-6, absolute: 0 },
    ],
  },
  Floor: exactly(tf.floor),
  Log: smooth(tf.log, within(0.01, 100)),
  Log1p: {
    ...smooth(tf.log1p, within(-0.9, 10)),
    ...ofIntegers(tf.log1p),
    "keeps its digits near 0": [
      withOne(tf.log1p, { values: within(-1e-3, 1e-3) }),
      { relative: 1e-6, absolute: 0 },
    ],
  },
  Neg: { ...exactly(tf.neg), ...ofIntegers(tf.neg) },
  Reciprocal: { ...smooth(tf.reciprocal, within(0.1, 9)), ...ofIntegers(tf.reciprocal) },
  Round: { ...exactly(tf.round), ...ofIntegers(tf.round) },
  Rsqrt: smooth(tf.rsqrt, within(0.1, 9)),
  Sign: { ...exactly(tf.sign), ...ofIntegers(tf.sign) },
  Sin: {
    "has tfjs's values and gradient": withOne(withGradient(tf.sin), { values: within(-100, 100) }),
  },
  Sinh: { ...smooth(tf.sinh), ...ofIntegers(tf.sinh) },
  Sqrt: smooth(tf.sqrt, within(0.1, 9)),
  Square: { ...smooth(tf.square), ...ofIntegers(tf.square) },
  Tan: {
    "has tfjs's values and gradient": withOne(withGradient(tf.tan), { values: within(-1.4, 1.4) }),
  },
  Tanh: smooth(tf.tanh),
});
