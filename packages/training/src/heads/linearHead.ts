import type { Head } from "./Head.js";
import { type MlpHeadOptions, mlpHead } from "./mlpHead.js";

/**
 * A linear head: z = x·W + b. W starts Glorot-uniform from the seed, b at 0.
 * @throws RangeError when a width is no positive integer, the rate is outside [0, 1) or `l2` is negative
 */
export function linearHead(
  options: Omit<MlpHeadOptions, "embedding" | "hidden" | "dropout">,
): Head {
  return mlpHead({ ...options, hidden: [] });
}
