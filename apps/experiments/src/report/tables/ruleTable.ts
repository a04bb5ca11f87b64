import { metricColumns } from "../statistics/metricColumns.js";
import type { RuleSummary, Summary, SummaryRow } from "../statistics/Summary.js";
import { markedName } from "../words/markedName.js";
import type { TextTable } from "./TextTable.js";

/** The columns of a rule's table: the main metrics. */
export const ruleColumns = metricColumns.filter(({ main }) => main);

/** One decision rule with the main metrics. */
export function ruleTable({ losses, baselines }: RuleSummary, summary: Summary): TextTable {
  const row = ({ name, seeds, cells }: SummaryRow) => ({
    name: `${markedName(name, summary)}${seeds.length < summary.seeds.length ? `, n = ${seeds.length}` : ""}`,
    cells: ruleColumns.map(({ key, digits }) => ({ ...cells[key], digits })),
  });
  return {
    heads: ruleColumns.map(({ key, better }) => (better === "low" ? `${key} ↓` : key)),
    losses: losses.map(row),
    baselines: baselines.map(row),
  };
}
