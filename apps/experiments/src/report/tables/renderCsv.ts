import { stringify } from "csv-stringify/sync";
import type { Results } from "../../results/Results.js";
import { metricColumns } from "../statistics/metricColumns.js";

/**
 * Every row of the results as CSV (RFC 4180, UTF-8): experiment, dataset, loss, decision, seed, then each figure of the
 * test part under its name, and of the validation part as `validation.<name>`. Numbers in full.
 */
export function renderCsv({ experiment, dataset, rows }: Results): string {
  const keys = metricColumns.map(({ key }) => key);
  const head = [
    ...["experiment", "dataset", "loss", "decision", "seed"],
    ...keys,
    ...keys.map((key) => `validation.${key}`),
  ];
  const records = rows.map(({ loss, decision, seed, metrics, validation }) => [
    ...[experiment, dataset.id, loss, decision, seed],
    ...keys.map((key) => metrics[key]),
    ...keys.map((key) => validation[key]),
  ]);
  return stringify([head, ...records], { record_delimiter: "windows" });
}
