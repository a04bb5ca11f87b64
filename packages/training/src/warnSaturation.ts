import type { Saturation } from "@sigf1/losses";

/** Share of saturated entries above which a loss is warned of. */
const LIMIT = 0.9;

/**
 * Warns when more than 90 % of the first batch's entries lie where the loss's S is below 0.01 or above 0.99:
 * the gradient reaches less than a tenth of the logits, and a threshold of 0.5 decides nearly all alike.
 */
export function warnSaturation(
  loss: string,
  { share, meanSlope }: Saturation,
  onWarning: (message: string) => void,
): void {
  if (share <= LIMIT) return;
  onWarning(
    `"${loss}" starts saturated: S is below 0.01 or above 0.99 on ${(100 * share).toFixed(1)} % of the first batch, with a mean slope of ${meanSlope.toExponential(1)}. It will hardly learn: lower beta, bring eta closer to 0, or use it on logits.`,
  );
}
