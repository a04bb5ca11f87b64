/**
 * Prints a `results.json` as a Markdown table by metric and decision rule: mean, 95 % interval, rank, and what differs
 * from cross-entropy. Each rule is a column, tested against cross-entropy under the same rule; with `--rules rows` each
 * (loss, rule) is a row, tested against cross-entropy under the first rule. The metric `f1OfMeans` is 2PR/(P + R) of
 * macro precision and recall.
 *
 *     pnpm --filter @sigf1/docs rank ../results/cancer-hallmarks/results.json microF1 threshold-0.5,tuned-global
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { collectFigures } from "./collectFigures.mjs";
import { compareColumn } from "./compareColumn.mjs";
import { printTable } from "./printTable.mjs";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rules: { type: "string", default: "columns" } },
});
const [path, metrics, decisions] = positionals;
if (decisions === undefined || !["columns", "rows"].includes(values.rules)) {
  console.error(
    "usage: pnpm --filter @sigf1/docs rank RESULTS.json METRIC,… RULE,… [--rules rows]",
  );
  process.exit(2);
}
const { rows, split, settings } = JSON.parse(readFileSync(path, "utf8"));
const rulesAsRows = values.rules === "rows";
const rules = decisions.split(",");

function figure({ metrics: figures, decision }, metric) {
  const { macroPrecision: p, macroRecall: r } = figures;
  const value = metric === "f1OfMeans" ? p + r && (2 * p * r) / (p + r) : figures[metric];
  if (value !== undefined) return value;
  throw new RangeError(`${path} has no ${metric} under ${decision}`);
}

const { columns, add } = collectFigures();
for (const metric of metrics.split(",")) {
  for (const rule of rules) {
    const chosen = rows.filter(({ decision }) => decision === rule);
    if (chosen.length === 0) throw new RangeError(`${path} has no rule ${rule}`);
    for (const row of chosen) {
      if (rulesAsRows) add(metric, `${row.loss}, ${rule}`, figure(row, metric));
      else add(`${metric}, \`${rule}\``, row.loss, figure(row, metric));
    }
  }
}
const baselines = new Set(settings.baselines);
const compared = {
  reference: rulesAsRows ? `binary-cross-entropy, ${rules[0]}` : "binary-cross-entropy",
  testTrainRatio: split.resampled ? split.test / split.train : 0,
  isBaseline: (row) => baselines.has(row.split(", ")[0]),
};
const [first] = columns.values();
printTable(
  rulesAsRows ? "loss, rule" : "loss",
  [...first.keys()],
  [...columns].map(([title, figures]) => ({ title, cells: compareColumn(figures, compared) })),
);
