import { meanInterval } from "@sigf1/metrics";
import { markdownTable } from "../tables/markdownTable.mjs";
import { testTrainRatio } from "../tables/testTrainRatio.mjs";
import { figureText, intervalText } from "./figureText.mjs";
import { rows } from "./rows.mjs";

const FIXED = "threshold-0.5";
const COLUMNS = [
  { metric: "weightedF1", title: "weighted F1" },
  { metric: "microF1", title: "micro F1" },
  { metric: "macroF1", title: "macro F1" },
  { metric: "exampleF1", title: "exampleF1" },
];

/**
 * The figures of one experiment: a table for each decision rule.
 * @param {object} experiment of the page, with its figures
 * @returns {string}
 */
export function datasetSection(experiment) {
  return [
    `### ${experiment.title}`,
    facts(experiment),
    published(experiment),
    failed(experiment),
    ...Object.keys(experiment.figures).flatMap((rule) => [
      `\`${rule}\``,
      ruleTable(experiment, rule),
    ]),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function facts({ name, dataset, split, seeds, trials }) {
  const { examples, classes, cardinality } = dataset;
  const { train, validation, test, resampled } = split;
  const searched =
    trials > 0
      ? `settings of each loss searched within each run, ${trials} trials on the validation part; the classical classifiers are not searched, but stand at their defaults`
      : "nothing searched: losses and classical classifiers with their defaults, at which sigmoidF1 (β 1, η 0) is macroSoftF1";
  return `[paper/${name}](../apps/experiments/experiments/paper/${name}.yaml): ${examples.toLocaleString("en")} examples, ${classes} labels, ${figureText(cardinality, 2)} per example. ${train} training, ${validation} validation and ${test} test examples${resampled ? ", drawn anew for each seed" : ""}; ${seeds.length} seeds; ${searched}.`;
}

function published({ published }) {
  if (published === undefined) return "";
  const systems = Object.entries(published.systems ?? {}).map(
    ([system, f1]) => `${system} ${figureText(f1)}`,
  );
  const figures =
    systems.length > 0
      ? `Published exampleF1: ${systems.join(", ")}`
      : `The column _published_ has weighted, micro and macro F1 of the paper, by a fixed threshold`;
  return `${figures}. What differs: ${published.apart}.`;
}

function failed({ failures, planned }) {
  return failures > 0 ? `**${failures} of ${planned} runs failed** and are left out.` : "";
}

function ruleTable({ figures, seeds, split, published }, rule) {
  const there = [...rows.keys()].filter((loss) => figures[rule][loss] !== undefined);
  const name = (loss) => {
    const count = figures[rule][loss].seeds.length;
    return `${rows.get(loss)}${count < seeds.length ? ` (${count} of ${seeds.length} seeds)` : ""}`;
  };
  const interval = (loss, metric) =>
    meanInterval(figures[rule][loss][metric], { testTrainRatio: testTrainRatio(split) });
  const column = (title, text) => ({
    title,
    cells: new Map(there.map((loss) => [name(loss), text(loss)])),
  });
  const columns = COLUMNS.map(({ metric, title }) => {
    const shown = (loss) => figureText(interval(loss, metric).mean);
    const best = there.map(shown).reduce((a, b) => (Number(a) > Number(b) ? a : b));
    return column(title, (loss) => {
      const text = intervalText(interval(loss, metric));
      return shown(loss) === best ? `**${text}**` : text;
    });
  });
  columns.push(
    column("labels per example", (loss) => intervalText(interval(loss, "labelsPerExample"), 2)),
  );
  if (rule === FIXED && published?.rows !== undefined) {
    columns.push(
      column(
        "published",
        (loss) => published.rows[loss]?.map((f1) => figureText(f1)).join(" / ") ?? "–",
      ),
    );
  }
  return markdownTable("", there.map(name), columns);
}
