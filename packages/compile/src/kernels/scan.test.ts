import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { anyFloat, finite, int } from "../testing/arbitraries.js";
import { type Entries, withAxis } from "../testing/calls.js";
import { describeKernels } from "../testing/describeKernels.js";
import type { Call } from "../testing/itMatchesCpu.js";
import { withGradient } from "../testing/withGradient.js";
import { scanLowerings } from "./scan.js";

type Scan = (x: tf.Tensor, axis?: number, exclusive?: boolean, reverse?: boolean) => tf.Tensor;
type Unary = (x: tf.Tensor) => tf.Tensor;

const ints = { values: int(-3, 3), dtype: "int32" } as const;

const scans = (
  fn: Scan,
  entries: Entries,
  around: (run: Unary) => Call["run"] = (run) => run,
): fc.Arbitrary<Call> =>
  fc.tuple(fc.boolean(), fc.boolean()).chain(([exclusive, reverse]) =>
    withAxis(
      // tfjs's cpu backend takes no negative axis.
      (axis, rank) => around((x) => fn(x, (axis + rank) % rank, exclusive, reverse)),
      entries,
      { maxRank: 3, maxLength: 9 },
    ).map((call) => ({ ...call, label: { exclusive, reverse, ...(call.label as object) } })),
  );

describeKernels(scanLowerings, {
  Cumsum: {
    "has tfjs's values": scans(tf.cumsum, { values: anyFloat }),
    "takes int32": scans(tf.cumsum, ints),
    // tfjs's own is of another shape on other axes than the last.
    "has tfjs's gradient": scans(
      (x, _axis, exclusive, reverse) => tf.cumsum(x, x.rank - 1, exclusive, reverse),
      { values: finite },
      withGradient,
    ),
  },
  Cumprod: {
    // In another order of multiplication: 1e30 · 1e30 · 0 is NaN in one and 0 in another.
    "has tfjs's values": scans(tf.cumprod, { values: finite }),
    "takes int32": scans(tf.cumprod, ints),
  },
});
