import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { finite, int, shapes, tensorOf } from "../testing/arbitraries.js";
import { describeKernels, type KernelCases } from "../testing/describeKernels.js";
import type { Call } from "../testing/itMatchesCpu.js";
import { withGradient } from "../testing/withGradient.js";
import { slicingLowerings } from "./slicing.js";

type Type = "float32" | "int32" | "bool";
type Unary = (x: tf.Tensor) => tf.Tensor;

const ENTRIES = { float32: finite, int32: int(), bool: int(0, 1) };

const forAllTypes = (calls: (type: Type) => fc.Arbitrary<Call>): KernelCases => ({
  "takes float32": calls("float32"),
  "takes int32": calls("int32"),
  "takes bool": calls("bool"),
});

const slices =
  (around: (run: Unary) => Call["run"] = (run) => run) =>
  (type: Type): fc.Arbitrary<Call> =>
    shapes({ minRank: 1 }).chain((shape) =>
      fc
        .record({
          x: tensorOf(shape, ENTRIES[type], type),
          begin: fc.tuple(...shape.map((length) => fc.nat(length))),
          sizes: fc.tuple(...shape.map((length) => fc.integer({ min: -1, max: length }))),
        })
        .map(({ x, begin, sizes }) => {
          const size = sizes.map((n, i) => Math.min(n, shape[i]! - begin[i]!)); // as many
          return {
            run: around((t) => tf.slice(t, begin, size)),
            inputs: [x],
            label: { begin, size },
          };
        }),
    );

const stridedSlices = (type: Type): fc.Arbitrary<Call> =>
  shapes({ minRank: 1, maxRank: 3, maxLength: 6 }).chain((shape) => {
    const perAxis = (value: fc.Arbitrary<number>) =>
      fc.array(value, { minLength: shape.length, maxLength: shape.length });
    const mask = fc.nat(2 ** shape.length - 1);
    return fc
      .record({
        x: tensorOf(shape, ENTRIES[type], type),
        begin: perAxis(fc.integer({ min: -6, max: 6 })),
        end: perAxis(fc.integer({ min: -6, max: 7 })),
        strides: perAxis(fc.constantFrom(1, 2, 3, -1, -2)),
        beginMask: mask,
        endMask: mask,
        ellipsisMask: fc.constantFrom(0, 0, 1),
        newAxisMask: fc.constantFrom(0, 0, 2),
      })
      .filter(({ x, begin, end, strides, ...masks }) =>
        isTaken(x.shape, begin, end, strides, masks),
      )
      .map(({ x, ...slice }) => {
        const { begin, end, strides, beginMask, endMask, ellipsisMask, newAxisMask } = slice;
        return {
          run: (t: tf.Tensor) =>
            tf.stridedSlice(t, begin, end, strides, beginMask, endMask, ellipsisMask, newAxisMask),
          inputs: [x],
          label: slice,
        };
      });
  });

/** Whether tfjs takes a slice: it refuses some, and gives NaN or worse for some that are empty. */
function isTaken(
  shape: readonly number[],
  begin: number[],
  end: number[],
  strides: number[],
  masks: Record<"beginMask" | "endMask" | "ellipsisMask" | "newAxisMask", number>,
): boolean {
  const { beginMask, endMask, ellipsisMask, newAxisMask } = masks;
  try {
    const info = tf.slice_util.sliceInfo(
      [...shape],
      begin,
      end,
      strides,
      beginMask,
      endMask,
      ellipsisMask,
      newAxisMask,
      0,
    );
    return info.finalShape.every((length) => length > 0);
  } catch {
    return false;
  }
}

/** Calls with parts of one tensor, which `run` gets the axis and sizes of. */
const splits = (type: Type): fc.Arbitrary<Call> =>
  fc
    .tuple(
      shapes({ minRank: 1, maxRank: 3 }),
      fc.nat(2),
      fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
    )
    .chain(([base, at, sizes]) => {
      const axis = at % base.length;
      const length = sizes.reduce((sum, size) => sum + size, 0);
      const shape = base.map((n, i) => (i === axis ? length : n));
      return tensorOf(shape, ENTRIES[type], type).map((x) => ({
        run: (t: tf.Tensor) => tf.split(t, sizes, axis - shape.length),
        inputs: [x],
        label: { sizes, axis },
      }));
    });

// tfjs has no gradient of a split into one part.
const evenSplits = shapes({ minRank: 1, maxRank: 3, minLength: 2 }).chain((shape) =>
  fc.tuple(tensorOf(shape, finite), fc.nat(shape.length - 1)).map(([x, axis]) => ({
    run: withGradient((t) => {
      const [first, ...rest] = tf.split(t, shape[axis]!, axis); // an axis of it
      return rest.reduce((sum, part, i) => tf.add(sum, tf.mul(part, i + 2)), first!); // there is one
    }),
    inputs: [x],
  })),
);

const several = (
  type: Type,
  run: (axis: number) => (...parts: tf.Tensor[]) => tf.Tensor,
  { sameLength, around }: { sameLength: boolean; around?: typeof withGradient },
): fc.Arbitrary<Call> =>
  fc
    .tuple(
      shapes({ minRank: 1, maxRank: 3 }),
      fc.nat(2),
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
    )
    .chain(([base, at, lengths]) => {
      const axis = at % base.length;
      const shapeOf = (length: number) =>
        base.map((n, i) => (i === axis && !sameLength ? length : n));
      return fc
        .tuple(...lengths.map((length) => tensorOf(shapeOf(length), ENTRIES[type], type)))
        .map((inputs) => ({
          run: around === undefined ? run(axis) : around(run(axis)),
          inputs,
          label: { axis },
        }));
    });

const concat =
  (axis: number) =>
  (...parts: tf.Tensor[]) =>
    tf.concat(parts, axis);
const stack =
  (axis: number) =>
  (...parts: tf.Tensor[]) =>
    tf.stack(parts, axis);

describeKernels(slicingLowerings, {
  Slice: { ...forAllTypes(slices()), "has tfjs's gradient": slices(withGradient)("float32") },
  StridedSlice: forAllTypes(stridedSlices),
  SplitV: { ...forAllTypes(splits), "has tfjs's gradient": evenSplits },
  Concat: {
    ...forAllTypes((type) => several(type, concat, { sameLength: false })),
    "has tfjs's gradient": several("float32", concat, { sameLength: false, around: withGradient }),
    "takes parts without entries": fc.constant({
      run: (...parts: tf.Tensor[]) => tf.concat(parts, 0),
      inputs: [
        [0, 2],
        [3, 2],
        [0, 2],
      ].map((shape) => ({
        shape,
        dtype: "float32" as const,
        values: Array.from({ length: shape[0]! * 2 }, (_, i) => i), // two lengths
      })),
    }),
  },
  Pack: {
    ...forAllTypes((type) => several(type, stack, { sameLength: true })),
    "has tfjs's gradient": several("float32", stack, { sameLength: true, around: withGradient }),
    "counts the axis from the end": several("int32", (axis) => stack(-axis - 1), {
      sameLength: true,
    }),
  },
  Unpack: forAllTypes((type) =>
    shapes({ minRank: 1, maxRank: 3 }).chain((shape) =>
      fc
        .tuple(
          tensorOf(shape, ENTRIES[type], type),
          fc.integer({ min: -shape.length, max: shape.length - 1 }),
        )
        .map(([x, axis]) => ({
          run: (t: tf.Tensor) => tf.unstack(t, axis),
          inputs: [x],
          label: { axis },
        })),
    ),
  ),
});
