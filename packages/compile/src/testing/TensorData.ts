import type { DataType } from "@tensorflow/tfjs-core";
import * as tf from "@tensorflow/tfjs-core";
import { TYPED_ARRAYS } from "../graph/typedArrays.js";

/** A tensor as plain numbers, so that a failing test can show it. */
export interface TensorData {
  readonly shape: readonly number[];
  readonly dtype: DataType;
  readonly values: readonly number[];
}

/** The tensor on tfjs's backend in use. */
export function toTensor({ shape, dtype, values }: TensorData): tf.Tensor {
  // Typed arrays keep what a list would lose: an int32 or bool tensor of numbers of another kind is an error.
  return tf.tensor(TYPED_ARRAYS[dtype as "bool"].from(values), [...shape], dtype);
}

/** What a tensor holds. */
export function fromTensor(tensor: tf.Tensor): TensorData {
  return { shape: tensor.shape, dtype: tensor.dtype, values: [...tensor.dataSync()].map(Number) };
}
