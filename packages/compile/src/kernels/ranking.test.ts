import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { anyFloat, finite, int, shapes, tensorOf } from "../testing/arbitraries.js";
import { type Entries, withAxis } from "../testing/calls.js";
import { describeKernels, type KernelCases } from "../testing/describeKernels.js";
import type { Call } from "../testing/itMatchesCpu.js";
import { rankingLowerings } from "./ranking.js";

const bools = { values: fc.integer({ min: 0, max: 1 }), dtype: "bool" } as const;
const ints = { values: int(-3, 3), dtype: "int32" } as const;

const position = (fn: (x: tf.Tensor, axis?: number) => tf.Tensor): KernelCases => ({
  "has tfjs's values": withAxis((axis) => (x) => fn(x, axis), { values: anyFloat }),
  "finds what tfjs finds among NaN": withAxis((axis) => (x) => fn(x, axis), {
    values: fc.constantFrom(0, 1, NaN, Infinity, -Infinity),
  }),
  "takes int32": withAxis((axis) => (x) => fn(x, axis), ints),
  "takes bool": withAxis((axis) => (x) => fn(x, axis), bools),
});

const largest = ({ values, dtype = "float32" }: Entries): fc.Arbitrary<Call> =>
  shapes({ minRank: 1, maxRank: 3, maxLength: 7 }).chain((shape) =>
    fc
      .tuple(tensorOf(shape, values, dtype), fc.integer({ min: 0, max: shape.at(-1)! })) // it has a last axis
      .map(([x, k]) => ({
        run: (t: tf.Tensor) => {
          const found = tf.topk(t, k);
          return [found.values, found.indices];
        },
        inputs: [x],
        label: { k },
      })),
  );

const searches = (type: "float32" | "int32"): fc.Arbitrary<Call> =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 4 }),
    )
    .chain(([rows, length, count]) =>
      fc
        .tuple(
          fc.array(fc.array(int(-4, 4), { minLength: length, maxLength: length }), {
            minLength: rows,
            maxLength: rows,
          }),
          tensorOf([rows, count], int(-5, 5), type),
          fc.constantFrom("left" as const, "right" as const),
        )
        .map(([sequences, values, side]) => ({
          run: (sequence: tf.Tensor, t: tf.Tensor) => tf.searchSorted(sequence, t, side),
          inputs: [
            {
              shape: [rows, length],
              dtype: type,
              values: sequences.flatMap((sequence) => [...sequence].sort((a, b) => a - b)),
            },
            values,
          ],
          label: { side },
        })),
    );

describeKernels(rankingLowerings, {
  ArgMax: position(tf.argMax),
  ArgMin: position(tf.argMin),
  TopK: {
    "has tfjs's values, the first of equals first": largest({ values: finite }),
    "takes int32": largest(ints),
    "takes bool": largest(bools),
  },
  SearchSorted: {
    "finds places for float32": searches("float32"),
    "finds places for int32": searches("int32"),
  },
});
