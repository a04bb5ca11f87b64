import { type DecisionRule, multilabelReport, thresholdCurve } from "@sigf1/metrics";
import type { RunRecord, ThresholdCurve } from "../results/Results.js";
import { crossFit } from "./crossFit.js";
import { describeScores } from "./figures/describeScores.js";
import type { ScoredPart } from "./ScoredPart.js";

/**
 * What a run's scores come to: a row per decision rule, fitted on the validation part and scored on the test part, and
 * what figures show of both. The validation figures are cross-fitted: a rule with many thresholds would look better
 * than it is on the examples it was fitted on.
 */
export function evaluate(
  { loss, seed }: { readonly loss: string; readonly seed: number },
  validation: ScoredPart,
  test: ScoredPart,
  rules: readonly DecisionRule[],
): Required<Pick<RunRecord, "rows" | "curve" | "figures">> {
  const decided = rules.map((rule) => {
    const fitted = rule.fit(validation.scores, validation.labels, validation.counts);
    return { rule, predicted: fitted.decide(test.scores, test.counts) };
  });
  return {
    rows: decided.map(({ rule, predicted }) => ({
      loss,
      decision: rule.name,
      seed,
      metrics: multilabelReport(test.labels, predicted),
      validation: multilabelReport(validation.labels, crossFit(rule, validation)),
    })),
    curve: evaluateThresholds(test),
    figures: describeScores(
      test,
      new Map(decided.map(({ rule, predicted }) => [rule.name, predicted])),
    ),
  };
}

const thresholds = Array.from({ length: 49 }, (_, i) => (i + 1) / 50);

/** Micro and macro F1 of the test part against one global threshold, on a grid of .02 … .98. */
function evaluateThresholds(test: ScoredPart): ThresholdCurve {
  const points = thresholdCurve(test.labels, test.scores, thresholds);
  return {
    thresholds,
    microF1: points.map(({ microF1 }) => microF1),
    macroF1: points.map(({ macroF1 }) => macroF1),
  };
}
