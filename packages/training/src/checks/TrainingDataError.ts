/** Training or validation data that cannot be trained on; the message says what, where and what to do. */
export class TrainingDataError extends Error {
  override readonly name = "TrainingDataError";
}
