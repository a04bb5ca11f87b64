import { customGrad, type Tensor } from "@tensorflow/tfjs-core";

/** Keeps tensors for the gradient; whatever it needs must pass here, or it is disposed by then. */
export type Save = (tensors: Tensor[]) => void;

/** A value, and the gradient by `x` from the value's gradient and the saved tensors. */
export interface WithGradient<Value extends Tensor> {
  value: Value;
  gradFunc: (dy: Value, saved: Tensor[]) => Tensor;
}

/** Applies to `x` a function whose gradient is written by hand. */
export function withGradient<Value extends Tensor>(
  x: Tensor,
  compute: (x: Tensor, save: Save) => WithGradient<Value>,
): Value {
  return customGrad((...inputs) => {
    const [input, save] = inputs as [Tensor, Save];
    return compute(input, save);
  })(x);
}
