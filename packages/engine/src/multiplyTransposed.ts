import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import type { KernelFunc, TensorInfo } from "@tensorflow/tfjs-core";
import { isSingleMatrix } from "./isSingleMatrix.js";
import { transposeMatrix } from "./transposeMatrix.js";

/** Time to pack an entry of the right side of a product, over that to transpose an entry; measured 3 to 6. */
const PACKING = 4;

/**
 * Gives a matrix product kernel of the wasm backend a way round its scalar loop: where a side is
 * transposed, op(a)·op(b) comes from the untransposed product, either
 *
 * - directly: transpose the sides, then multiply, or
 * - swapped, from (op(a)·op(b))ᵀ = op(b)ᵀ·op(a)ᵀ, which packs the other side: AᵀB = (BᵀA)ᵀ, ABᵀ = (BAᵀ)ᵀ,
 *   AᵀBᵀ = (BA)ᵀ. Not in the fused kernel, whose bias and activation go by columns.
 */
export function multiplyTransposed(multiply: KernelFunc): KernelFunc {
  return (args) => {
    const { a, b } = args.inputs as { a: TensorInfo; b: TensorInfo };
    const { transposeA, transposeB } = args.attrs as { transposeA: boolean; transposeB: boolean };
    if (!transposeA && !transposeB) return multiply(args);
    if (!isSingleMatrix(a) || !isSingleMatrix(b)) return multiply(args);

    const [left, right] = [matrix(a), matrix(b)];
    const [inner, rows] = sides(left, transposeA);
    const [columns, innerB] = sides(right, transposeB);
    if (inner !== innerB) return multiply(args); // reports the shapes

    const backend = args.backend as BackendWasm;
    const temporary: TensorInfo[] = [];
    const keep = (info: TensorInfo): TensorInfo => {
      temporary.push(info);
      return info;
    };
    const turn = (x: TensorInfo, turned: boolean): TensorInfo =>
      turned ? keep(transposeMatrix(x, backend)) : x;
    const product = (x: TensorInfo, y: TensorInfo): TensorInfo =>
      multiply({
        ...args,
        inputs: { ...args.inputs, a: x, b: y },
        attrs: { ...args.attrs, transposeA: false, transposeB: false },
      }) as TensorInfo;

    const [sizeA, sizeB] = [rows * inner, inner * columns];
    const direct = (transposeA ? sizeA : 0) + (transposeB ? sizeB : 0) + PACKING * sizeB;
    const swapped =
      (transposeB ? 0 : sizeB) + (transposeA ? 0 : sizeA) + PACKING * sizeA + rows * columns;
    const fused = args.attrs !== undefined && "activation" in args.attrs;
    const compute = (): TensorInfo =>
      fused || direct <= swapped
        ? product(turn(left, transposeA), turn(right, transposeB))
        : transposeMatrix(
            keep(product(turn(right, !transposeB), turn(left, !transposeA))),
            backend,
          );
    try {
      const result = compute();
      const outer = Math.max(a.shape.length, b.shape.length) - 2;
      result.shape = [...new Array<number>(outer).fill(1), rows, columns];
      return result;
    } finally {
      for (const { dataId } of temporary) backend.disposeData(dataId);
    }
  };
}

/** The same data as a matrix [1, rows, columns]. */
const matrix = ({ dataId, dtype, shape }: TensorInfo): TensorInfo => ({
  dataId,
  dtype,
  shape: [1, ...shape.slice(-2)],
});

/** The two sides of a matrix, those of its transpose the other way round: [columns, rows]. */
function sides({ shape }: TensorInfo, transposed: boolean): [number, number] {
  const [, rows, columns] = shape as [number, number, number];
  return transposed ? [rows, columns] : [columns, rows];
}
