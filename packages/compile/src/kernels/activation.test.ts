import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { anyFloat, finite, int, within } from "../testing/arbitraries.js";
import { withAlike, withOne, withSeveral } from "../testing/calls.js";
import { describeKernels, type KernelCases } from "../testing/describeKernels.js";
import { withGradient } from "../testing/withGradient.js";
import { activationLowerings } from "./activation.js";

type Unary = (x: tf.Tensor) => tf.Tensor;

const activation = (fn: Unary): KernelCases => ({
  "has tfjs's values": withOne(fn, { values: anyFloat }),
  "has tfjs's gradient": withOne(withGradient(fn), { values: finite }),
});

const ofIntegers = (fn: Unary): KernelCases => ({
  "takes int32": withOne(fn, { values: int(), dtype: "int32" }),
});

/** Where single precision has digits left, so must the compiled function. */
const preciselyBelow = (fn: Unary): KernelCases => ({
  "keeps its digits far below 0": [
    withOne(fn, { values: within(-80, 10) }),
    { relative: 3e-6, absolute: 0 },
  ],
});

const clips: fc.Arbitrary<readonly [number, number]> = fc
  .tuple(fc.constantFrom(-Infinity, -2.5, -1, 0, 0.5), fc.constantFrom(0.6, 1.5, 3, Infinity))
  .map(([min, max]) => [min, max]);

const clip =
  ([min, max]: readonly [number, number]): Unary =>
  (x) =>
    tf.clipByValue(x, min, max);

describeKernels(activationLowerings, {
  ClipByValue: {
    "has tfjs's values": clips.chain((bounds) => withOne(clip(bounds), { values: anyFloat })),
    "has tfjs's gradient": clips.chain((bounds) =>
      withOne(withGradient(clip(bounds)), { values: finite }),
    ),
    "takes int32 and truncates the bounds": clips.chain((bounds) =>
      withOne(clip(bounds), { values: int(-4, 4), dtype: "int32" }),
    ),
  },
  Elu: activation(tf.elu),
  EluGrad: {
    "gives the gradient of NaN and infinities": withOne(withGradient(tf.elu), { values: anyFloat }),
  },
  LeakyRelu: {
    ...activation((x) => tf.leakyRelu(x, 0.3)),
    ...ofIntegers((x) => tf.leakyRelu(x, 0.3)),
  },
  Prelu: {
    "has tfjs's values": withSeveral(tf.prelu, [{ values: anyFloat }, { values: finite }]),
    // tfjs has none where x is spread.
    "has tfjs's gradient": withAlike(withGradient(tf.prelu), [
      { values: finite },
      { values: finite },
    ]),
  },
  Relu: { ...activation(tf.relu), ...ofIntegers(tf.relu) },
  Relu6: { ...activation(tf.relu6), ...ofIntegers(tf.relu6) },
  Selu: { ...activation(tf.selu) },
  Sigmoid: { ...activation(tf.sigmoid), ...preciselyBelow(tf.sigmoid) },
  Softmax: {
    "has tfjs's values": withOne((x) => tf.softmax(x), { values: anyFloat }, { minRank: 1 }),
    "has tfjs's gradient": withOne(
      withGradient((x) => tf.softmax(x)),
      { values: finite },
      { minRank: 1 },
    ),
    "has no rows where there are none": withOne(
      (x) => tf.softmax(x),
      { values: finite },
      { minRank: 2, minLength: 0, maxLength: 2 },
    ),
  },
  Softplus: { ...activation(tf.softplus), ...preciselyBelow(tf.softplus) },
  Step: {
    ...activation((x) => tf.step(x)),
    "has tfjs's values with a slope": withOne((x) => tf.step(x, -0.7), { values: anyFloat }),
    "takes int32 and truncates the slope": fc
      .constantFrom(0.5, 1.7, -1.7)
      .chain((alpha) => withOne((x) => tf.step(x, alpha), { values: int(-3, 3), dtype: "int32" })),
  },
});
