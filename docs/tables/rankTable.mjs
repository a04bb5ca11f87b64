/**
 * Prints a `results.json` as a Markdown table by metric and decision rule: mean, 95 % interval, rank, and what differs
 * from cross-entropy. Each rule is a column, tested against cross-entropy under the same rule; with `--rules rows` each
 * (loss, rule) is a row, tested against cross-entropy under the first rule. The metric `f1OfMeans` is 2PR/(P + R) of
 * macro precision and recall.
 *
 *     pnpm --filter @sigf1/docs rank results/cancer-hallmarks/results.json microF1 threshold-0.5,tuned-global
 */
import { baselineRows } from "./baselineRows.mjs";
import { chosen } from "./chosen.mjs";
import { collectFigures } from "./collectFigures.mjs";
import { commandLine } from "./commandLine.mjs";
import { compareColumn } from "./compareColumn.mjs";
import { printTable } from "./printTable.mjs";
import { readResults } from "./readResults.mjs";
import { testTrainRatio } from "./testTrainRatio.mjs";

const { positionals, values } = commandLine(
  "pnpm --filter @sigf1/docs rank RESULTS.json METRIC,… RULE,… [--rules columns|rows]",
  3,
  { rules: { type: "string", default: "columns" } },
);
const [path, metricList, ruleList] = positionals;
const rulesAsRows = chosen("value of --rules", values.rules, ["columns", "rows"])[0] === "rows";
const { rows, split, settings } = readResults(path);
const rules = chosen(
  "rule",
  ruleList,
  rows.map(({ decision }) => decision),
);
const metrics = chosen("metric", metricList, [...Object.keys(rows[0].metrics), "f1OfMeans"]);

function figure({ metrics: figures }, metric) {
  const { macroPrecision: p, macroRecall: r } = figures;
  return metric === "f1OfMeans" ? p + r && (2 * p * r) / (p + r) : figures[metric];
}

const { columns, add } = collectFigures();
for (const metric of metrics) {
  for (const rule of rules) {
    for (const row of rows.filter(({ decision }) => decision === rule)) {
      if (rulesAsRows) add(metric, `${row.loss}, ${rule}`, figure(row, metric));
      else add(`${metric}, \`${rule}\``, row.loss, figure(row, metric));
    }
  }
}
const baselines = baselineRows(settings);
const compared = {
  reference: rulesAsRows ? `binary-cross-entropy, ${rules[0]}` : "binary-cross-entropy",
  testTrainRatio: testTrainRatio(split),
  isBaseline: (row) => baselines.has(row.split(", ")[0]),
};
const [first] = columns.values();
printTable(
  rulesAsRows ? "loss, rule" : "loss",
  [...first.keys()],
  [...columns].map(([title, figures]) => ({ title, cells: compareColumn(figures, compared) })),
);
