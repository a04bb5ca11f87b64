import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import type { DataId, KernelFunc, TensorInfo } from "@tensorflow/tfjs-core";
import { isSingleMatrix } from "./isSingleMatrix.js";

/** The shape in which each right side was packed first; both kernels share one cache of packed sides. */
const packed = new WeakMap<DataId, string>();

/**
 * Guards a matrix product kernel of the wasm backend against its own cache, whose key lacks the shape:
 * a right side that was packed in another shape is copied, so that the copy is packed anew.
 */
export function keepShapes(multiply: KernelFunc): KernelFunc {
  return (args) => {
    const backend = args.backend as BackendWasm;
    const { a, b } = args.inputs as { a: TensorInfo; b: TensorInfo };
    // Only this case is packed: everything else runs in the scalar loop.
    const { transposeA, transposeB } = args.attrs ?? {};
    if (transposeA || transposeB || !isSingleMatrix(a) || !isSingleMatrix(b)) return multiply(args);
    const shape = b.shape.slice(-2).join("×");
    const first = packed.get(b.dataId);
    if (first === undefined) packed.set(b.dataId, shape);
    if (first === undefined || first === shape) return multiply(args);
    const copy = backend.makeOutput(b.shape, b.dtype);
    backend.typedArrayFromHeap(copy).set(backend.typedArrayFromHeap(b));
    try {
      return multiply({ ...args, inputs: { ...args.inputs, b: copy } });
    } finally {
      backend.disposeData(copy.dataId);
    }
  };
}
