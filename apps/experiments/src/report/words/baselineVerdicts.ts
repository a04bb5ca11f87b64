import type { Results } from "../../results/Results.js";
import { advantage } from "../statistics/advantage.js";
import { allSupported } from "../statistics/allSupported.js";
import type { SeedValues } from "../statistics/SeedValues.js";
import type { Summary, SummaryRow } from "../statistics/Summary.js";
import { testTrainRatio } from "../statistics/testTrainRatio.js";
import { validationChoice } from "./validationChoice.js";

/** How one loss stands against the trivial baselines in `exampleF1` under one decision rule. */
export interface BaselineVerdict {
  /** The rule that validation chose, else the first with rows of a baseline. */
  readonly decision: string;
  /** The loss's row under that rule. */
  readonly row: SummaryRow;
  /** The strongest trivial baseline there. */
  readonly reference: { readonly name: string; readonly exampleF1: number };
  /** Whether the mean is above the mean of every trivial baseline. */
  readonly above: boolean;
  /** Whether paired tests (Holm over the baselines, p < .05) support that it is above each. */
  readonly supported: boolean;
}

/**
 * One verdict per loss, by the figure and under the rule of `validationChoice`; where no baseline has rows under that
 * rule, under the first rule where one has. Empty without rows of a baseline.
 */
export function baselineVerdicts(results: Results, summary: Summary): readonly BaselineVerdict[] {
  const chosen = validationChoice(results)?.decision;
  const candidates = summary.rules.filter(({ baselines }) => baselines.length > 0);
  const rule = candidates.find(({ decision }) => decision === chosen) ?? candidates[0];
  const reference = rule?.baselines
    .map(({ name, cells }) => ({ name, exampleF1: cells.exampleF1.mean }))
    .sort((a, b) => b.exampleF1 - a.exampleF1)[0];
  if (rule === undefined || reference === undefined) return [];
  const { decision } = rule;
  const values = (name: string): SeedValues =>
    new Map(
      results.rows
        .filter((row) => row.loss === name && row.decision === decision)
        .map((row) => [row.seed, row.metrics.exampleF1]),
    );
  const baselines = rule.baselines.map(({ name }) => values(name));
  return rule.losses.map((row) => {
    const own = values(row.name);
    const pValues = baselines.map((baseline) =>
      advantage(own, baseline, { better: "high", testTrainRatio: testTrainRatio(results) }),
    );
    const above = row.cells.exampleF1.mean > reference.exampleF1;
    return { decision, row, reference, above, supported: above && allSupported(pValues) };
  });
}
