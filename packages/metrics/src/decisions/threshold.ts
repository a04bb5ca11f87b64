import type { DecisionRule } from "./DecisionRule.js";
import { ThresholdDecision } from "./ThresholdDecision.js";

/**
 * The rule `threshold-<t>`: predicts every label with a score ≥ t. Nothing is fitted.
 * @param t threshold in [0, 1]
 * @throws RangeError when t is outside [0, 1]
 */
export function threshold(t: number): DecisionRule {
  if (!(t >= 0 && t <= 1)) {
    throw new RangeError(`the threshold is ${t}; expected a number in [0, 1]`);
  }
  const name = `threshold-${t}`;
  return { name, fit: () => new ThresholdDecision(name, t) };
}
