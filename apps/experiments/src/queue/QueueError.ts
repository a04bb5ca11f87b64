/** The queue cannot be reached, refuses, or lacks what was asked for; the message is all that the user needs. */
export class QueueError extends Error {
  override readonly name = "QueueError";
}
