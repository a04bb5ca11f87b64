/** Options of what can take long. */
export interface WorkOptions {
  /** Stops the work soon after it is aborted: the promise is rejected with its reason. */
  readonly signal?: AbortSignal | undefined;
}
