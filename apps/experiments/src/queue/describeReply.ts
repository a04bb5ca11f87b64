/** What a Redis that refuses a command means, and what to do; undefined where the error is another. */
export function describeReply(error: Error): string | undefined {
  const { name, message } = causeOf(error);
  if (message.startsWith("OOM")) {
    return "the queue's Redis is out of memory (maxmemory): give it more, or collect sweeps that are done and remove them (sigf1 sweep cancel --purge)";
  }
  if (message.startsWith("MISCONF")) {
    return "the queue's Redis cannot write to its disk, and takes nothing more: look at its log";
  }
  if (message.startsWith("READONLY")) return "the queue's Redis is a read-only replica";
  if (message.startsWith("LOADING")) return "the queue's Redis is still reading its data from disk";
  return name === "ReplyError" ? `the queue's Redis refuses: ${message}` : undefined;
}

/** Whether the Redis refuses for now what it will take once someone has seen to it. */
export function isRefusedForNow(error: unknown): error is Error {
  return error instanceof Error && /^(OOM|MISCONF|READONLY|LOADING)/.test(causeOf(error).message);
}

/** What made a transaction fail stands in the errors of its commands. */
function causeOf(error: Error & { readonly previousErrors?: readonly Error[] }): Error {
  return error.previousErrors?.[0] ?? error;
}
