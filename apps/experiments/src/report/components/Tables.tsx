import type { Results } from "../../results/Results.js";
import type { MetricColumn } from "../statistics/MetricColumn.js";
import { metricColumns } from "../statistics/metricColumns.js";
import type { Summary } from "../statistics/Summary.js";
import { ResultsTable } from "./ResultsTable.js";
import { TableNote } from "./TableNote.js";

/** A table per decision rule with the main metrics, its note, and behind a fold the tables with all. */
export function Tables(props: { readonly results: Results; readonly summary: Summary }) {
  const { results, summary } = props;
  const tables = (columns: readonly MetricColumn[]) =>
    summary.rules.map((rule) => (
      <ResultsTable key={rule.decision} rule={rule} summary={summary} columns={columns} />
    ));
  return (
    <section>
      <h2>Results</h2>
      {tables(metricColumns.filter(({ main }) => main))}
      <TableNote results={results} summary={summary} />
      <details>
        <summary>All {metricColumns.length} metrics</summary>
        {tables(metricColumns)}
      </details>
    </section>
  );
}
