import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { getKernel, type TensorInfo, Transpose } from "@tensorflow/tfjs-core";

/**
 * Transposes a matrix [1, rows, cols] of the wasm backend into new memory, [1, cols, rows].
 * The caller disposes it.
 */
export function transposeMatrix(x: TensorInfo, backend: BackendWasm): TensorInfo {
  const [, rows, cols] = x.shape as [number, number, number];
  const { shape, perm } = split(rows, cols);
  const transpose = getKernel(Transpose, "wasm").kernelFunc;
  const result = transpose({
    inputs: { x: { ...x, shape } },
    backend,
    attrs: { perm },
  }) as TensorInfo;
  result.shape = [1, cols, rows];
  return result;
}

/**
 * Of a matrix wider than high the rank-2 kernel writes to so many cache lines in turn that they are evicted.
 * As rank 3 the same transposition walks along the output and reads few lines in turn, in half the time.
 */
function split(rows: number, cols: number): { shape: number[]; perm: number[] } {
  const wide = cols > rows;
  if (wide && cols % 2 === 0) return { shape: [rows, 2, cols / 2], perm: [1, 2, 0] };
  if (wide && rows % 2 === 0) return { shape: [2, rows / 2, cols], perm: [2, 0, 1] };
  return { shape: [rows, cols], perm: [1, 0] };
}
