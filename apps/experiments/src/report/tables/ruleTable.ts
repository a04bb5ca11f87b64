import { metricColumns } from "../statistics/metricColumns.js";
import type { RuleSummary, SummaryRow } from "../statistics/Summary.js";
import type { TextTable } from "./TextTable.js";

/** The columns of a rule's table: the main metrics. */
export const ruleColumns = metricColumns.filter(({ main }) => main);

/** One decision rule with the main metrics. */
export function ruleTable({ losses, baselines }: RuleSummary): TextTable {
  const row = ({ name, cells }: SummaryRow) => ({
    name,
    cells: ruleColumns.map(({ key, digits }) => ({ ...cells[key], digits })),
  });
  return {
    heads: ruleColumns.map(({ key, better }) => (better === "low" ? `${key} ↓` : key)),
    losses: losses.map(row),
    baselines: baselines.map(row),
  };
}
