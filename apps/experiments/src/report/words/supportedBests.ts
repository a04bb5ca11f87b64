import { metricColumns } from "../statistics/metricColumns.js";
import type { Summary } from "../statistics/Summary.js";

/** A loss and the columns of one decision rule in which the test supports that it is the best. */
export interface SupportedBest {
  readonly decision: string;
  readonly loss: string;
  readonly metrics: readonly string[];
}

/** Every supported best in the main columns of every rule, and how many columns were compared. */
export function supportedBests(summary: Summary): {
  readonly bests: readonly SupportedBest[];
  readonly compared: number;
} {
  const columns = metricColumns.filter(({ main, better }) => main && better !== "none");
  const bests = summary.rules.flatMap(({ decision, losses }) =>
    losses.map(({ name, cells }) => ({
      decision,
      loss: name,
      metrics: columns.filter(({ key }) => cells[key].best).map(({ key }) => key),
    })),
  );
  return {
    bests: bests.filter(({ metrics }) => metrics.length > 0),
    compared: columns.length * summary.rules.length,
  };
}
