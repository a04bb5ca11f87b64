import { stringify } from "csv-stringify/sync";
import type { ResultRow } from "../../results/Results.js";
import { metricColumns } from "../statistics/metricColumns.js";

/** A row with the names that tell it from those of other experiments. */
export interface CsvRow extends ResultRow {
  readonly experiment: string;
  readonly cell: string;
  readonly dataset: string;
}

/**
 * Rows as CSV (RFC 4180, UTF-8): experiment, cell, dataset, loss, decision, seed, then each figure of the test part under
 * its name, and of the validation part as `validation.<name>`. Numbers in full.
 */
export function renderCsv(rows: readonly CsvRow[]): string {
  const keys = metricColumns.map(({ key }) => key);
  const head = [
    ...["experiment", "cell", "dataset", "loss", "decision", "seed"],
    ...keys,
    ...keys.map((key) => `validation.${key}`),
  ];
  const records = rows.map((row) => [
    ...[row.experiment, row.cell, row.dataset, row.loss, row.decision, row.seed],
    ...keys.map((key) => row.metrics[key]),
    ...keys.map((key) => row.validation[key]),
  ]);
  return stringify([head, ...records], { record_delimiter: "windows" });
}
