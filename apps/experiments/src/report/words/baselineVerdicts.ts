import type { Results } from "../../results/Results.js";
import { advantage } from "../statistics/advantage.js";
import { allSupported } from "../statistics/allSupported.js";
import type { SeedValues } from "../statistics/SeedValues.js";
import type { Summary, SummaryRow } from "../statistics/Summary.js";
import { testTrainRatio } from "../statistics/testTrainRatio.js";

/** Where the comparison is made: each loss by its own scores, without thresholds tuned for it. */
const DECISION = "threshold-0.5";

/** How one loss stands against the trivial baselines in `macroF1` at `threshold-0.5`. */
export interface BaselineVerdict {
  /** The loss's row at `threshold-0.5`. */
  readonly row: SummaryRow;
  /** The strongest trivial baseline there. */
  readonly reference: { readonly name: string; readonly macroF1: number };
  /** Whether the mean is above the mean of every trivial baseline. */
  readonly above: boolean;
  /** Whether paired tests (Holm over the baselines, p < .05) support that it is above each. */
  readonly supported: boolean;
}

/** One verdict per loss with rows at `threshold-0.5`; empty where that rule or the baselines are missing. */
export function baselineVerdicts(results: Results, summary: Summary): readonly BaselineVerdict[] {
  const rule = summary.rules.find(({ decision }) => decision === DECISION);
  const reference = rule?.baselines
    .map(({ name, cells }) => ({ name, macroF1: cells.macroF1.mean }))
    .sort((a, b) => b.macroF1 - a.macroF1)[0];
  if (rule === undefined || reference === undefined) return [];
  const values = (name: string): SeedValues =>
    new Map(
      results.rows
        .filter((row) => row.loss === name && row.decision === DECISION)
        .map((row) => [row.seed, row.metrics.macroF1]),
    );
  const baselines = rule.baselines.map(({ name }) => values(name));
  return rule.losses.map((row) => {
    const own = values(row.name);
    const pValues = baselines.map((baseline) =>
      advantage(own, baseline, { better: "high", testTrainRatio: testTrainRatio(results) }),
    );
    const above = row.cells.macroF1.mean > reference.macroF1;
    return {
      row,
      reference,
      above,
      supported: above && allSupported(pValues),
    };
  });
}
