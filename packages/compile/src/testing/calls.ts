import type { DataType } from "@tensorflow/tfjs-core";
import fc from "fast-check";
import type { TensorFunction } from "../trace/traceFunction.js";
import { broadcastable, type ShapeOptions, shapes, tensorOf } from "./arbitraries.js";
import type { Call } from "./itMatchesCpu.js";

/** The entries of a tensor. */
export interface Entries {
  readonly values: fc.Arbitrary<number>;
  readonly dtype?: DataType;
}

/** Calls of a function with one tensor of any shape. */
export const withOne = (
  run: TensorFunction,
  { values, dtype = "float32" }: Entries,
  options?: ShapeOptions,
): fc.Arbitrary<Call> =>
  shapes(options)
    .chain((shape) => tensorOf(shape, values, dtype))
    .map((x) => ({ run, inputs: [x] }));

/** Calls of a function with several tensors whose shapes broadcast. */
export const withSeveral = (
  run: TensorFunction,
  entries: readonly Entries[],
  options?: ShapeOptions,
): fc.Arbitrary<Call> =>
  broadcastable(entries.length, options)
    .chain((given) =>
      fc.tuple(
        ...entries.map(({ values, dtype = "float32" }, i) => tensorOf(given[i]!, values, dtype)), // as many
      ),
    )
    .map((inputs) => ({ run, inputs }));

/** Calls of a function with several tensors of one shape. */
export const withAlike = (
  run: TensorFunction,
  entries: readonly Entries[],
  options?: ShapeOptions,
): fc.Arbitrary<Call> =>
  shapes(options)
    .chain((shape) =>
      fc.tuple(...entries.map(({ values, dtype = "float32" }) => tensorOf(shape, values, dtype))),
    )
    .map((inputs) => ({ run, inputs }));

/** Calls of functions that take an axis of one tensor, counted from either end. */
export const withAxis = (
  run: (axis: number, rank: number) => TensorFunction,
  { values, dtype = "float32" }: Entries,
  options: ShapeOptions = {},
): fc.Arbitrary<Call> =>
  shapes({ minRank: 1, ...options }).chain((shape) =>
    fc
      .tuple(
        tensorOf(shape, values, dtype),
        fc.integer({ min: -shape.length, max: shape.length - 1 }),
      )
      .map(([x, axis]) => ({ run: run(axis, shape.length), inputs: [x], label: { axis } })),
  );
