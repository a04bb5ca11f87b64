import type { DataType, Tensor } from "@tensorflow/tfjs-core";
import type { TensorFunction } from "./traceFunction.js";

/** A tfjs-layers model, as far as it is needed here. */
export interface LayersModelLike {
  readonly inputs: readonly {
    readonly shape: readonly (number | null)[];
    readonly dtype: DataType;
  }[];
  apply(inputs: Tensor | Tensor[], options?: object): unknown;
}

/** A function as it is; a model as the function that predicts. */
export function toFunction(model: TensorFunction | LayersModelLike): TensorFunction {
  if (typeof model === "function") return model;
  if (typeof model?.apply !== "function")
    throw new TypeError(
      "what is to be compiled must be a function of tensors or a tfjs-layers model",
    );
  return (...inputs) =>
    model.apply(inputs.length === 1 ? inputs[0]! : inputs, { training: false }) as Tensor; // one
}
