import type { DataType } from "@tensorflow/tfjs-core";
import { Tensor } from "onnxruntime-node";
import type { TypedArray } from "./TypedArray.js";

/** An ONNX Runtime tensor over these values, which are not copied. */
export function toOrtTensor(
  data: TypedArray,
  { shape, dtype }: { readonly shape: readonly number[]; readonly dtype: DataType },
): Tensor {
  return new Tensor(dtype as "float32", data as Float32Array, shape);
}
