import type { DataType } from "@tensorflow/tfjs-core";
import fc from "fast-check";
import type { TensorData } from "./TensorData.js";

/** Ordinary float32 numbers, some of them equal, whole or halves, so that ties and rounding occur. */
export const finite: fc.Arbitrary<number> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.float({ min: -8, max: 8, noNaN: true, noDefaultInfinity: true }).map(normal),
  },
  { weight: 1, arbitrary: fc.integer({ min: -6, max: 6 }).map((n) => n / 2) },
);

/** As `finite`, with NaN, zeros of both signs and infinities, but nothing so large that its digits get lost in sums. */
export const ordinaryOrInfinite: fc.Arbitrary<number> = fc.oneof(
  { weight: 6, arbitrary: finite },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, NaN, Infinity, -Infinity) },
);

/** Float32 numbers, the special ones among them. */
export const anyFloat: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: finite },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        0,
        -0,
        1,
        -1,
        NaN,
        Infinity,
        -Infinity,
        1e-8,
        -1e-8,
        30,
        -30,
        1e4,
        -1e4,
        1e30,
        -1e30,
      )
      .map(Math.fround),
  },
);

/** Float32 numbers in an interval. */
export const within = (min: number, max: number): fc.Arbitrary<number> =>
  fc
    .float({ min: Math.fround(min), max: Math.fround(max), noNaN: true, noDefaultInfinity: true })
    .map(normal);

/** Whole numbers for int32 tensors. */
export const int = (min = -20, max = 20): fc.Arbitrary<number> => fc.integer({ min, max });

/** fast-check likes numbers so small that what is computed from them has few or no digits left. */
function normal(x: number): number {
  return Math.abs(x) < 1e-6 ? 0 : x;
}

export interface ShapeOptions {
  readonly minRank?: number;
  readonly maxRank?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** Shapes; by default of rank 0 to 4 and lengths 1 to 4. */
export const shapes = ({
  minRank = 0,
  maxRank = 4,
  minLength = 1,
  maxLength = 4,
}: ShapeOptions = {}): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: minLength, max: maxLength }), {
    minLength: minRank,
    maxLength: maxRank,
  });

/** Lists of shapes that broadcast together. */
export const broadcastable = (
  count: number,
  options: ShapeOptions = {},
): fc.Arbitrary<number[][]> =>
  shapes(options).chain((full) =>
    fc.tuple(
      ...Array.from({ length: count }, () =>
        fc
          .tuple(
            fc.oneof(fc.constant(0), fc.integer({ min: 0, max: full.length })),
            fc.array(fc.boolean(), { minLength: full.length, maxLength: full.length }),
          )
          .map(([dropped, isOne]) => full.map((n, i) => (isOne[i] ? 1 : n)).slice(dropped)),
      ),
    ),
  );

/** Tensors of a shape. */
export function tensorOf(
  shape: readonly number[],
  values: fc.Arbitrary<number>,
  dtype: DataType = "float32",
): fc.Arbitrary<TensorData> {
  const size = shape.reduce((product, length) => product * length, 1);
  return fc
    .array(values, { minLength: size, maxLength: size })
    .map((entries) => ({ shape, dtype, values: entries }));
}

/** Bool tensors of a shape. */
export const boolsOf = (shape: readonly number[]): fc.Arbitrary<TensorData> =>
  tensorOf(shape, fc.integer({ min: 0, max: 1 }), "bool");
