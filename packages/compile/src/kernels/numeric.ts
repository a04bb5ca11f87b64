import type { Value } from "../graph/Value.js";
import { UnsupportedKernelError } from "../trace/UnsupportedKernelError.js";

/**
 * An operand to compute with. tfjs's cpu backend lets bool tensors hold results like 2 or 255, which ONNX's can't.
 *
 * @throws UnsupportedKernelError for bool
 */
export function numeric(kernel: string, value: Value): Value {
  if (value.type === "bool") {
    throw new UnsupportedKernelError(kernel, "it computes with bool: cast to int32 first");
  }
  return value;
}
