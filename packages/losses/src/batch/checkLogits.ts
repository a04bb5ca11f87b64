import { Tensor, type Tensor2D } from "@tensorflow/tfjs-core";
import { show } from "../options/show.js";

/** @throws TypeError, RangeError unless `value` is a non-empty float32 tensor [examples, classes] */
export function checkLogits(
  loss: string,
  argument: string,
  value: Tensor,
): asserts value is Tensor2D {
  if (!(value instanceof Tensor))
    throw new TypeError(`${loss}: ${argument} must be a tensor; received ${show(value)}`);
  if (value.dtype !== "float32")
    throw new TypeError(
      `${loss}: ${argument} must be float32 logits; received a tensor of type ${value.dtype}`,
    );
  if (value.rank !== 2 || value.size === 0)
    throw new RangeError(
      `${loss}: ${argument} must have the shape [examples, classes], neither being 0; received [${value.shape}]`,
    );
}
