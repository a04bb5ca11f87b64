import { meanInterval } from "@sigf1/metrics";
import type { Results, RowMetrics } from "../../results/Results.js";
import { meanOf } from "../statistics/meanOf.js";
import { testTrainRatio } from "../statistics/testTrainRatio.js";
import type { GridCell } from "./GridCell.js";
import { variantsOf } from "./variantsOf.js";

/** The variants that have rows under a decision rule, each with mean and interval of a metric over its seeds. */
export function gridCells(
  results: Results,
  {
    metric,
    decision,
    level,
  }: {
    readonly metric: keyof RowMetrics;
    readonly decision: string;
    readonly level: number;
  },
): readonly GridCell[] {
  const cells: GridCell[] = [];
  for (const [name, point] of variantsOf(results)) {
    const rows = results.rows.filter((row) => row.loss === name && row.decision === decision);
    if (rows.length === 0) continue;
    const { mean, halfWidth } = meanInterval(
      rows.map(({ metrics }) => metrics[metric]),
      { level, testTrainRatio: testTrainRatio(results) },
    );
    const validation = meanOf(rows.map((row) => row.validation[metric]));
    cells.push({ ...point, mean, validation, ...(rows.length > 1 && { halfWidth }) });
  }
  return cells;
}
