import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { anyFloat, finite, int, ordinaryOrInfinite, within } from "../testing/arbitraries.js";
import { withSeveral } from "../testing/calls.js";
import { describeKernels } from "../testing/describeKernels.js";
import { OF_SUMS } from "../testing/itMatchesCpu.js";
import { withGradient } from "../testing/withGradient.js";
import { divisionLowerings } from "./division.js";

const ints = (values = int(-9, 9)) => ({ values, dtype: "int32" }) as const;
const floats = { values: anyFloat };
const extremes = ints(fc.constantFrom(-(2 ** 31), 2 ** 31 - 1, -1, 0, 1, 7, -7));
/** Without quotients whose last digits a float has not got. */
const moderate = { values: ordinaryOrInfinite };
const special = { values: fc.constantFrom(3.5, -3.5, 0, -0, NaN, Infinity, -Infinity) };
const positive = { values: within(0.1, 5) };

/** Multiples of tenths: what a division in floats rounds to the wrong side of a whole number. */
const tenths = { values: int(-60, 60).map((n) => Math.fround(n / 10)) };

const realDiv = (a: tf.Tensor, b: tf.Tensor): tf.Tensor =>
  tf.engine().runKernel("RealDiv", { a, b });

describeKernels(divisionLowerings, {
  RealDiv: {
    "has tfjs's values": withSeveral(tf.div, [floats, floats]),
    "has tfjs's gradient": [
      withSeveral(withGradient(tf.div), [{ values: finite }, positive]),
      { absolute: 1e-3 }, // numbers of up to 800 are added up
    ],
    "has tfjs's values without NaN": withSeveral(tf.divNoNan, [floats, floats]),
    "truncates int32, where a kernel of another package calls it so": withSeveral(realDiv, [
      ints(),
      ints(),
    ]),
  },
  FloorDiv: {
    "has tfjs's values": withSeveral(tf.floorDiv, [moderate, moderate]),
    "has tfjs's values for infinities and zeros": withSeveral(tf.floorDiv, [special, special]),
    "is exact for float32": [
      withSeveral(tf.floorDiv, [tenths, tenths]),
      { relative: 0, absolute: 0, numRuns: 60 },
    ],
    "takes int32": withSeveral(tf.floorDiv, [ints(), ints()]),
    "has tfjs's gradient for int32": withSeveral(
      (a, b) => withGradient((x, y) => tf.floorDiv(tf.cast(x, "int32"), tf.cast(y, "int32")))(a, b),
      [{ values: finite }, { values: within(1, 9) }],
    ),
    "survives the extremes of int32": withSeveral(tf.floorDiv, [extremes, extremes]),
    "is what tf.div does with int32": withSeveral(tf.div, [ints(), ints()]),
  },
  Mod: {
    "has tfjs's values": withSeveral(tf.mod, [moderate, moderate]),
    "has tfjs's values for infinities and zeros": withSeveral(tf.mod, [special, special]),
    "is exact but for rounding": [
      withSeveral(tf.mod, [tenths, tenths]),
      { relative: 1e-6, absolute: 0, numRuns: 60 },
    ],
    "has tfjs's gradient": [
      withSeveral(withGradient(tf.mod), [{ values: finite }, positive]),
      OF_SUMS,
    ],
    "takes int32": withSeveral(tf.mod, [ints(), ints()]),
    "survives the extremes of int32": withSeveral(tf.mod, [extremes, extremes]),
  },
});
