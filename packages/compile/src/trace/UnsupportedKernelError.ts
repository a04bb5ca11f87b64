/** A traced function uses a tfjs kernel that has no ONNX form here. */
export class UnsupportedKernelError extends Error {
  override readonly name = "UnsupportedKernelError";

  /**
   * @param kernel name of the kernel, for example `FFT`
   * @param operation the tfjs function that called it, for example `tf.fft`, where it is known
   * @param reason what exactly is not supported, where only a case of the kernel is not
   */
  constructor(
    readonly kernel: string,
    readonly operation: string | undefined,
    reason = "it has no ONNX form in @sigf1/compile",
  ) {
    const call = operation === undefined ? "" : `, called by ${operation}`;
    super(`the kernel "${kernel}"${call} can't be compiled: ${reason}`);
  }
}
