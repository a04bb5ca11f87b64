import type { RowMetrics } from "../../results/Results.js";

/** The results with seeds folded into means, intervals and marks. */
export interface Summary {
  /** Confidence level of the intervals. */
  readonly level: number;
  /** Every seed that has a row, ascending. */
  readonly seeds: readonly number[];
  /** Losses in the order of the results, without the trivial baselines. */
  readonly losses: readonly string[];
  readonly baselines: readonly string[];
  /** Those of the losses' rows that are classical baselines: they learn, and are compared as the losses are. */
  readonly classical: ReadonlySet<string>;
  /** Number of each loss's colour. Variants of one loss share its number, which the loss's own name has, too. */
  readonly series: ReadonlyMap<string, number>;
  readonly rules: readonly RuleSummary[];
}

/** One decision rule: one table of a report. */
export interface RuleSummary {
  readonly decision: string;
  readonly losses: readonly SummaryRow[];
  readonly baselines: readonly SummaryRow[];
}

/** One loss or baseline under one decision rule. */
export interface SummaryRow {
  readonly name: string;
  /** Seeds that this row averages, ascending; fewer than `Summary.seeds` where runs failed. */
  readonly seeds: readonly number[];
  readonly cells: Readonly<Record<keyof RowMetrics, SummaryCell>>;
}

/** One figure over seeds, on the test part. */
export interface SummaryCell {
  readonly mean: number;
  /** Half the width of the confidence interval; absent with one seed. */
  readonly halfWidth?: number;
  /** Whether the paired test supports that this loss beats every other (see `bestLoss`). */
  readonly best: boolean;
}
