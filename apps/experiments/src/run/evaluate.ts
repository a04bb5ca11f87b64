import { type DecisionRule, multilabelReport, thresholdCurve } from "@sigf1/metrics";
import type { ResultRow, ThresholdCurve } from "../results/Results.js";
import { crossFit } from "./crossFit.js";
import type { ScoredPart } from "./ScoredPart.js";

/**
 * A row per decision rule, fitted on the validation part and scored on the test part. The validation figures
 * are cross-fitted: a rule with many thresholds would look better than it is on the examples it was fitted on.
 */
export function evaluate(
  run: { readonly loss: string; readonly seed: number },
  validation: ScoredPart,
  test: ScoredPart,
  rules: readonly DecisionRule[],
): ResultRow[] {
  return rules.map((rule) => ({
    loss: run.loss,
    decision: rule.name,
    seed: run.seed,
    metrics: multilabelReport(
      test.labels,
      rule
        .fit(validation.scores, validation.labels, validation.counts)
        .decide(test.scores, test.counts),
    ),
    validation: multilabelReport(validation.labels, crossFit(rule, validation)),
  }));
}

const thresholds = Array.from({ length: 49 }, (_, i) => (i + 1) / 50);

/** Micro and macro F1 of the test part against one global threshold, on a grid of .02 … .98. */
export function evaluateThresholds(test: ScoredPart): ThresholdCurve {
  const points = thresholdCurve(test.labels, test.scores, thresholds);
  return {
    thresholds,
    microF1: points.map(({ microF1 }) => microF1),
    macroF1: points.map(({ macroF1 }) => macroF1),
  };
}
