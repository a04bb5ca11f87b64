import { callingOperation } from "./callingOperation.js";
import { UntraceableError } from "./UntraceableError.js";

/** A traced function uses a tfjs kernel that has no ONNX form here. */
export class UnsupportedKernelError extends UntraceableError {
  override readonly name = "UnsupportedKernelError";

  /** The tfjs function that called it, for example `tf.fft`, where it is known. */
  readonly operation: string | undefined;

  /**
   * @param kernel name of the kernel, for example `FFT`
   * @param reason what exactly is not supported, where only a case of the kernel is not
   */
  constructor(
    readonly kernel: string,
    reason = "it has no ONNX form in @sigf1/compile",
  ) {
    const operation = callingOperation();
    const call = operation === undefined ? "" : `, called by ${operation}`;
    super(`the kernel "${kernel}"${call} can't be compiled: ${reason}`);
    this.operation = operation;
  }
}
