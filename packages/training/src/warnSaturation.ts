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
    `"${loss}" starts saturated: S is below 0.01 or above 0.99 on more than 90 % of the first batch, with a mean slope below 0.01. What the loss computes from S hardly moves the logits: bring them closer to 0 (smaller features or weights) or, where the loss has these options, lower beta, bring eta closer to 0, or set on: "logits".`,
  );
}
