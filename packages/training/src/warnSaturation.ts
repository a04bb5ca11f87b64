import type { Saturation } from "@sigf1/losses";

/** Share of saturated entries above which, and mean slope below which, a loss is warned of. */
const SHARE = 0.9;
const SLOPE = 0.01;

/**
 * Warns when more than 90 % of the first batch's entries lie where the loss's S is below 0.01 or above 0.99, and
 * S is flat there: a mean slope below 0.01. A steep S (β 50) may have the first without the second, and learns.
 */
export function warnSaturation(
  loss: string,
  { share, meanSlope }: Saturation,
  onWarning: (message: string) => void,
): void {
  if (share <= SHARE || meanSlope >= SLOPE) return;
  onWarning(
    `"${loss}" starts saturated: S is below 0.01 or above 0.99 on more than 90 % of the first batch, with a mean slope below 0.01. It will hardly learn: lower beta, bring eta closer to 0, or use it on logits.`,
  );
}
