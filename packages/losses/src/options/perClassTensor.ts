import { type Tensor, tensor1d } from "@tensorflow/tfjs-core";
import type { PerClass } from "./perClass.js";

/**
 * An option's value as an operand that broadcasts against [examples, classes].
 * @throws RangeError when the array's length is not the number of classes
 */
export function perClassTensor(option: string, value: PerClass, classes: number): number | Tensor {
  if (typeof value === "number") return value;
  if (value.length !== classes)
    throw new RangeError(
      `option "${option}" has ${value.length} values, one per class, but the batch has ${classes} classes`,
    );
  return tensor1d([...value]);
}
