/** Why a transfer failed. */
export class TransferError extends Error {
  override readonly name = "TransferError";
  /** Whether another attempt may succeed. */
  readonly mayPass: boolean;
  /** Milliseconds that the server asks to wait before it. */
  readonly retryAfter: number;

  constructor(
    message: string,
    { mayPass, retryAfter = 0, cause }: { mayPass: boolean; retryAfter?: number; cause?: unknown },
  ) {
    super(message, { cause });
    this.mayPass = mayPass;
    this.retryAfter = retryAfter;
  }
}
