import type { DataType } from "@tensorflow/tfjs-core";
import { Tensor } from "onnxruntime-node";
import { TYPED_ARRAYS } from "../graph/typedArrays.js";
import type { TypedArray } from "./TypedArray.js";

/** An ONNX Runtime tensor over these values, which are copied only where their array is not of the type. */
export function toOrtTensor(
  data: TypedArray,
  { shape, dtype }: { readonly shape: readonly number[]; readonly dtype: DataType },
): Tensor {
  const Kind = TYPED_ARRAYS[dtype as "float32"];
  // The cpu backend keeps what was cast from bool to float32 in a Uint8Array.
  const values = (data as TypedArray) instanceof Kind ? data : Kind.from(data);
  return new Tensor(dtype as "float32", values as Float32Array, shape);
}
