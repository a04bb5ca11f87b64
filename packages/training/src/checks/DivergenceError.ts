/** The loss, or the logits on the validation part, became NaN or infinite. */
export class DivergenceError extends Error {
  override readonly name = "DivergenceError";

  /**
   * @param loss name of the loss
   * @param epoch from 0
   * @param batch from 0 within the epoch; undefined when it showed in the validation after the epoch
   * @param value what the loss was
   */
  constructor(
    readonly loss: string,
    readonly epoch: number,
    readonly batch: number | undefined,
    readonly value: number,
  ) {
    const where =
      batch === undefined
        ? `a validation logit is ${value} after epoch ${epoch}`
        : `the loss is ${value} in epoch ${epoch}, batch ${batch}`;
    super(
      `Training with "${loss}" diverged: ${where} (both count from 0). Lower the learning rate.`,
    );
  }
}
