import type { FoldedResults } from "../grid/foldVariants.js";
import type { MetricColumn } from "../statistics/MetricColumn.js";
import { metricColumns } from "../statistics/metricColumns.js";
import type { Summary } from "../statistics/Summary.js";
import { ResultsTable } from "./ResultsTable.js";
import { TableNote } from "./TableNote.js";
import { VariantNote } from "./VariantNote.js";

/** A table per decision rule with the main metrics, its note, and behind a fold the tables with all. */
export function Tables(props: { readonly folded: FoldedResults; readonly summary: Summary }) {
  const { folded, summary } = props;
  const tables = (columns: readonly MetricColumn[]) =>
    summary.rules.map((rule) => (
      <ResultsTable key={rule.decision} rule={rule} summary={summary} columns={columns} />
    ));
  return (
    <section>
      <h2>Results</h2>
      <VariantNote folded={folded} />
      {tables(metricColumns.filter(({ main }) => main))}
      <TableNote results={folded.results} summary={summary} />
      <details>
        <summary>All {metricColumns.length} metrics</summary>
        {tables(metricColumns)}
      </details>
    </section>
  );
}
