import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finite, int, shapes, tensorOf } from "../testing/arbitraries.js";
import { describeKernels, type KernelCases } from "../testing/describeKernels.js";
import type { Call } from "../testing/itMatchesCpu.js";
import { runCompiled } from "../testing/runCompiled.js";
import { withGradient } from "../testing/withGradient.js";
import { gatheringLowerings } from "./gathering.js";

type Type = "float32" | "int32" | "bool";
type Around = typeof withGradient | undefined;

const ENTRIES = { float32: finite, int32: int(), bool: int(0, 1) };

const forAllTypes = (calls: (type: Type) => fc.Arbitrary<Call>): KernelCases => ({
  "takes float32": calls("float32"),
  "takes int32": calls("int32"),
  "takes bool": calls("bool"),
});

const gathers = (type: Type, maxBatchDims: number, around?: Around): fc.Arbitrary<Call> =>
  shapes({ minRank: 1, maxRank: 3 })
    .chain((shape) =>
      fc.record({
        shape: fc.constant(shape),
        axis: fc.nat(shape.length - 1),
        batchDims: fc.nat(Math.min(maxBatchDims, shape.length - 1)),
        rest: shapes({ minRank: 1, maxRank: 2 }),
      }),
    )
    .filter(({ axis, batchDims }) => batchDims <= axis)
    .chain(({ shape, axis, batchDims, rest }) =>
      fc
        .tuple(
          tensorOf(shape, ENTRIES[type], type),
          tensorOf([...shape.slice(0, batchDims), ...rest], fc.nat(shape[axis]! - 1), "int32"), // an axis of it
        )
        .map(([x, indices]) => {
          const run = (t: tf.Tensor, i: tf.Tensor) =>
            tf.gather(t, i as tf.Tensor1D, axis, batchDims);
          return {
            run: around === undefined ? run : around(run, [0]),
            inputs: [x, indices],
            label: { axis, batchDims },
          };
        }),
    );

/** A shape, and as many index rows as wanted into its first axes; distinct ones on demand. */
const indexed = (distinct: boolean) =>
  shapes({ minRank: 1, maxRank: 3 }).chain((shape) =>
    fc.integer({ min: 1, max: shape.length }).chain((depth) => {
      const row = fc.tuple(...shape.slice(0, depth).map((length) => fc.nat(length - 1)));
      const rows = distinct
        ? fc.uniqueArray(row, { minLength: 1, maxLength: 4, selector: String })
        : fc.array(row, { minLength: 1, maxLength: 6 });
      return rows.map((given) => ({
        shape,
        rest: shape.slice(depth),
        indices: { shape: [given.length, depth], dtype: "int32" as const, values: given.flat() },
      }));
    }),
  );

const gatherNds = (type: Type): fc.Arbitrary<Call> =>
  indexed(false).chain(({ shape, indices }) =>
    tensorOf(shape, ENTRIES[type], type).map((x) => ({
      run: (t: tf.Tensor, i: tf.Tensor) => tf.gatherND(t, i),
      inputs: [x, indices],
    })),
  );

const scatters = (type: "float32" | "int32"): fc.Arbitrary<Call> =>
  indexed(false).chain(
    ({ shape, rest, indices }) =>
      tensorOf([indices.shape[0]!, ...rest], ENTRIES[type], type).map((updates) => ({
        run: (i: tf.Tensor, t: tf.Tensor) => tf.scatterND(i, t, shape),
        inputs: [indices, updates],
        label: { shape },
      })), // a row has an index
  );

const updates = (type: Type): fc.Arbitrary<Call> =>
  indexed(true).chain(({ shape, rest, indices }) =>
    fc
      .tuple(
        tensorOf(shape, ENTRIES[type], type),
        tensorOf([indices.shape[0]!, ...rest], ENTRIES[type], type), // as above
      )
      .map(([x, entries]) => ({
        run: (t: tf.Tensor, i: tf.Tensor, u: tf.Tensor) => tf.tensorScatterUpdate(t, i, u),
        inputs: [x, indices, entries],
      })),
  );

const sparse = (type: Type): fc.Arbitrary<Call> =>
  indexed(true)
    .filter(({ rest }) => rest.length === 0)
    .chain(({ shape, indices }) =>
      fc
        .tuple(fc.constantFrom([], [indices.shape[0]!]), tensorOf([], ENTRIES[type], type)) // as above
        .chain(([entryShape, other]) =>
          tensorOf(entryShape, ENTRIES[type], type).map((entries) => ({
            run: (i: tf.Tensor, t: tf.Tensor, d: tf.Tensor) =>
              tf.sparseToDense(i, t, shape, d as tf.Scalar),
            inputs: [indices, entries, other],
            label: { shape },
          })),
        ),
    );

const segments = (type: "float32" | "int32", around?: Around): fc.Arbitrary<Call> =>
  fc
    .tuple(shapes({ minRank: 1, maxRank: 3 }), fc.integer({ min: 1, max: 4 }))
    .chain(([shape, count]) =>
      fc
        .tuple(
          tensorOf(shape, ENTRIES[type], type),
          // tfjs has no gradient where an id is too large.
          tensorOf([shape[0]!], int(-1, around === undefined ? count : count - 1), "int32"), // of a rank
        )
        .map(([x, ids]) => {
          const run = (t: tf.Tensor, i: tf.Tensor) =>
            tf.unsortedSegmentSum(t, i as tf.Tensor1D, count);
          return {
            run: around === undefined ? run : around(run, [0]),
            inputs: [x, ids],
            label: { count },
          };
        }),
    );

const bins = (
  run: (x: tf.Tensor, weights: tf.Tensor, size: number, binary: boolean) => tf.Tensor,
  ranks: { readonly minRank: number; readonly maxRank: number },
): fc.Arbitrary<Call> =>
  fc
    .record({
      shape: shapes({ ...ranks, maxLength: 6 }),
      size: fc.integer({ min: 1, max: 6 }),
      isWeighted: fc.boolean(),
      isBinary: fc.boolean(),
      type: fc.constantFrom("float32" as const, "int32" as const),
    })
    .chain(({ shape, size, isWeighted, isBinary, type }) =>
      fc
        .tuple(
          tensorOf(shape, int(0, 7), "int32"),
          tensorOf(isWeighted ? shape : [0], ENTRIES[type], type),
        )
        .map((inputs) => ({
          run: (x: tf.Tensor, weights: tf.Tensor) => run(x, weights, size, isBinary),
          inputs,
          label: { size, isBinary },
        })),
    );

describeKernels(gatheringLowerings, {
  GatherV2: {
    ...forAllTypes((type) => gathers(type, 0)),
    "gathers per batch": gathers("float32", 2),
    "has tfjs's gradient": gathers("float32", 0, withGradient),
  },
  GatherNd: forAllTypes(gatherNds),
  ScatterNd: { "takes float32": scatters("float32"), "takes int32": scatters("int32") },
  TensorScatterUpdate: forAllTypes(updates),
  SparseToDense: forAllTypes(sparse),
  UnsortedSegmentSum: {
    "takes float32": segments("float32"),
    "has tfjs's gradient": segments("float32", withGradient),
    "makes float32 of int32, as tfjs's cpu backend does": segments("int32"),
  },
  Bincount: {
    "has tfjs's values": bins(
      (x, weights, size) => tf.bincount(x as tf.Tensor1D, weights as tf.Tensor1D, size),
      {
        minRank: 1,
        maxRank: 1,
      },
    ),
  },
  DenseBincount: {
    "has tfjs's values": bins(
      (x, weights, size, binary) =>
        tf.denseBincount(x as tf.Tensor1D, weights as tf.Tensor1D, size, binary),
      { minRank: 1, maxRank: 2 },
    ),
  },
});

describe("segments of several axes", () => {
  it("are refused: tfjs's backends don't agree on them", async () => {
    const x = { shape: [1, 1], dtype: "float32", values: [1] } as const;
    const ids = { shape: [1, 1], dtype: "int32", values: [0] } as const;
    const call = runCompiled(
      (t, i) => tf.unsortedSegmentSum(t, i as unknown as tf.Tensor1D, 1),
      [x, ids],
    );
    await expect(call).rejects.toThrow(/"UnsortedSegmentSum".*list/);
  });
});
