/** The tfjs function on the stack that called a kernel, as a user writes it; undefined where it can't be told. */
export function callingOperation(): string | undefined {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 50; // V8 keeps 10 frames, of which tfjs fills most
  const { stack = "" } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  // tfjs names the functions behind its operations `fft__op` and the like.
  const name = /\bat (?:\w+\.)?(\w+?)_{1,2}op\b/.exec(stack)?.[1];
  return name === undefined ? undefined : `tf.${name.replace(/_$/, "")}`;
}
