/**
 * Prints the macro F1 of each loss and rule of an experiment on cancer-hallmarks by what a class without true and
 * predicted labels counts as: 0, 1, or left out of the mean; and over the classes with a true label alone. Rows are
 * tested against cross-entropy under the first rule.
 *
 *     pnpm --filter @sigf1/docs absent results/hallmarks-36/results.json tuned-global,tuned-per-class [--data DIR]
 */
import { ConfusionCounts, decisionByName } from "@sigf1/metrics";
import { collectFigures } from "./collectFigures.mjs";
import { commandLine } from "./commandLine.mjs";
import { compareColumn } from "./compareColumn.mjs";
import { printTable } from "./printTable.mjs";
import { readResults } from "./readResults.mjs";
import { refuse } from "./refuse.mjs";
import { scoredRuns } from "./scoredRuns.mjs";

const { positionals, values } = commandLine(
  "pnpm --filter @sigf1/docs absent RESULTS.json RULE,… [--data DIR]",
  2,
  { data: { type: "string" } },
);
const [path, ruleList] = positionals;
const results = readResults(path);
const rules = ruleList.split(",");
try {
  rules.forEach(decisionByName);
} catch (error) {
  refuse(error.message);
}

/** Mean F1 of classes each of which has a true or a predicted label. */
const meanF1 = (classes) =>
  classes.reduce((sum, { tp, fp, fn }) => sum + (2 * tp) / (2 * tp + fp + fn), 0) / classes.length;

const { columns, add } = collectFigures();
const wronglyPredicted = new Map();
for await (const { loss, validation, test } of scoredRuns(path, results, values.data)) {
  for (const rule of rules) {
    const row = `${loss}, ${rule}`;
    const decision = decisionByName(rule).fit(validation.scores, validation.labels);
    const counts = ConfusionCounts.of(test.labels, decision.decide(test.scores));
    const classes = counts.perClass();
    add("0", row, counts.f1("macro", 0));
    add("1", row, counts.f1("macro", 1));
    add("left out", row, meanF1(classes.filter(({ tp, fp, fn }) => tp + fp + fn > 0)));
    add("classes with a true label", row, meanF1(classes.filter(({ tp, fn }) => tp + fn > 0)));
    const absent = classes.filter(({ tp, fn }) => tp + fn === 0);
    const [wrong, all] = wronglyPredicted.get(row) ?? [0, 0];
    wronglyPredicted.set(row, [
      wrong + absent.filter(({ fp }) => fp > 0).length,
      all + absent.length,
    ]);
  }
}
const { split } = results;
const compared = {
  reference: `binary-cross-entropy, ${rules[0]}`,
  testTrainRatio: split.test / split.train,
};
const rows = rules.flatMap((rule) =>
  [...wronglyPredicted.keys()].filter((row) => row.endsWith(`, ${rule}`)),
);
printTable("loss, rule", rows, [
  {
    title: "absent classes predicted",
    cells: new Map(rows.map((row) => [row, wronglyPredicted.get(row).join(" of ")])),
  },
  ...[...columns].map(([title, figures]) => ({ title, cells: compareColumn(figures, compared) })),
]);
