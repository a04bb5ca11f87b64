import { describeReply } from "./describeReply.js";

/** What an error that BullMQ tells of means here; undefined where the connection tells of it. */
export function describeQueueError(error: Error): string | undefined {
  const { message } = error;
  if (/ECONN|ENOTFOUND|EPIPE|Connection is closed/.test(message)) return undefined;
  if (
    /^(Missing lock|Missing key|could not renew lock|Job .* is not in the active state)/.test(
      message,
    )
  ) {
    return "a run was given to another worker meanwhile, as after a silence; it is kept once";
  }
  return describeReply(error) ?? message;
}
