import { checkNumber } from "../checks/checkNumber.js";
import { unitInterval } from "../checks/NumberKind.js";
import type { DecisionRule } from "./DecisionRule.js";
import { ThresholdDecision } from "./ThresholdDecision.js";

/**
 * The rule `threshold-<t>`: predicts every label with a score ≥ t. Nothing is fitted.
 * @param t threshold in [0, 1]
 * @throws RangeError when t is outside [0, 1]
 */
export function threshold(t: number): DecisionRule {
  checkNumber("the threshold", t, unitInterval);
  const name = `threshold-${t}`;
  return { name, fit: () => new ThresholdDecision(name, t) };
}
