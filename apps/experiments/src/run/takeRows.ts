import type { Matrix } from "@sigf1/metrics";

/** The rows of a matrix at some indices, in their order. */
export function takeRows<Data extends Float32Array | Uint8Array>(
  { cols, data }: Matrix<Data>,
  indices: readonly number[],
): Matrix<Data> {
  const Kind = data.constructor as new (length: number) => Data;
  const taken = new Kind(indices.length * cols);
  indices.forEach((index, row) => {
    taken.set(data.subarray(index * cols, (index + 1) * cols), row * cols);
  });
  return { rows: indices.length, cols, data: taken };
}
