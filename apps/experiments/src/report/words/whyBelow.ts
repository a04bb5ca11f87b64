import type { Summary } from "../statistics/Summary.js";
import type { BaselineVerdict } from "./baselineVerdicts.js";

/** A count of labels this much above or below the true one is called too many or too few. */
const MARGIN = 1.25;

/**
 * Why a loss does not beat the trivial baselines under a rule, in one sentence: it predicts too many or too few
 * labels, or about the right number of the wrong ones; and, where another decision rule lifts the same scores above
 * the baselines' figure, that the rule rather than the ranking is at fault.
 */
export function whyBelow(verdict: BaselineVerdict, summary: Summary, cardinality: number): string {
  const { name, cells } = verdict.row;
  const labels = cells.labelsPerExample.mean;
  const counts = `${labels.toFixed(2)} labels per example where the data have ${cardinality.toFixed(2)}`;
  const cause =
    labels > cardinality * MARGIN
      ? `it predicts too many labels (${counts})`
      : labels < cardinality / MARGIN
        ? `it predicts too few labels (${counts})`
        : `it predicts about the right number of labels (${counts}), but not the right ones`;
  const [rescue] = summary.rules
    .flatMap(({ decision, losses }) =>
      losses
        .filter((row) => row.name === name)
        .map((row) => ({ decision, exampleF1: row.cells.exampleF1.mean })),
    )
    .sort((a, b) => b.exampleF1 - a.exampleF1);
  return rescue !== undefined && rescue.exampleF1 > verdict.reference.exampleF1
    ? `${cause}; with ${rescue.decision} the same scores reach ${rescue.exampleF1.toFixed(3)}: ${verdict.decision} is the wrong rule for them`
    : cause;
}
