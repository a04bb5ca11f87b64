import { Tensor } from "@tensorflow/tfjs-core";
import { show } from "../options/show.js";

/** @throws TypeError, RangeError unless `labels` is a tensor of numbers or booleans shaped like the logits */
export function checkLabelShape(loss: string, labels: Tensor, shape: readonly number[]): void {
  if (!(labels instanceof Tensor))
    throw new TypeError(`${loss}: yTrue must be a tensor; received ${show(labels)}`);
  if (!["float32", "int32", "bool"].includes(labels.dtype))
    throw new TypeError(
      `${loss}: yTrue must hold numbers or booleans; received a tensor of type ${labels.dtype}`,
    );
  if (`${labels.shape}` !== `${shape}`)
    throw new RangeError(
      `${loss}: yTrue must have the shape of yPred, [${shape}]; received [${labels.shape}]`,
    );
}
