import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { getKernel, type TensorInfo, Transpose } from "@tensorflow/tfjs-core";

/**
 * Transposes a matrix [1, rows, cols] of the wasm backend into new memory, [1, cols, rows].
 * The caller disposes it.
 */
export function transposeMatrix(x: TensorInfo, backend: BackendWasm): TensorInfo {
  const [, rows, cols] = x.shape as [number, number, number];
  const shape = [1, cols, rows];
  if (rows === 1 || cols === 1) {
    // The kernel would return the same data under the new shape: see `keepShapes`.
    const copy = backend.makeOutput(shape, x.dtype);
    backend.typedArrayFromHeap(copy).set(backend.typedArrayFromHeap(x));
    return copy;
  }
  // Of a wide matrix the rank-2 kernel writes so many cache lines in turn that it evicts them; as rank 3
  // the same kernel walks along the output and reads few lines in turn, in half the time.
  const wide = cols > rows;
  const [view, perm] =
    wide && cols % 2 === 0
      ? [
          [rows, 2, cols / 2],
          [1, 2, 0],
        ]
      : wide && rows % 2 === 0
        ? [
            [2, rows / 2, cols],
            [2, 0, 1],
          ]
        : [
            [rows, cols],
            [1, 0],
          ];
  const transpose = getKernel(Transpose, "wasm").kernelFunc;
  const result = transpose({
    inputs: { x: { ...x, shape: view } },
    backend,
    attrs: { perm },
  }) as TensorInfo;
  result.shape = shape;
  return result;
}
