import { meanInterval } from "@sigf1/metrics";
import { markdownTable } from "../tables/markdownTable.mjs";
import { figureText } from "./figureText.mjs";

const PUBLISHED = "sigmoid-f1-published";
const FIXED = "threshold-0.5";

/**
 * What the published setting does: the labels that it predicts, beside the classifier that predicts every label.
 * @param {readonly object[]} measured experiments of the page with their figures
 * @returns {string}
 */
export function publishedSection(measured) {
  const there = measured.filter(({ figures }) => figures[FIXED]?.[PUBLISHED] !== undefined);
  const all = there.filter(predictsAll);
  const others = there.filter((experiment) => !predictsAll(experiment));
  const found = [
    all.length > 0 &&
      `**It predicted every label of every example** at threshold 0.5, with every seed, on ${titles(all)}.`,
    others.length > 0 && `**It did not** at threshold 0.5 on ${titles(others)}.`,
  ];
  return [
    "## The published setting",
    `The published code applies S(u; β, η) = 1/(1 + exp(−β(u + η))) to probabilities, u = σ(z) in [0, 1], with β 10 and η 1.
There S is at least .99995, however small the probability: every label passes a threshold of 0.5, or of 0.05, and the
classifier is \`all-positive\`, whose micro F1 is 2d/(1 + d) at label density d (labels per example over classes). S still
rises with z, and Adam's steps do not shrink with the gradient, so that a rule that is fitted on validation data may
tell labels apart; the fixed threshold cannot.`,
    found.filter(Boolean).join(" "),
    settingTable(there),
    densityText(measured.filter(({ published }) => published?.rows?.[PUBLISHED] !== undefined)),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function settingTable(experiments) {
  return table(experiments, {
    classes: ({ dataset }) => String(dataset.classes),
    "labels per example, true": ({ dataset }) => figureText(dataset.cardinality, 2),
    predicted: (experiment) => mean(experiment, PUBLISHED, "labelsPerExample", 2),
    "2d/(1 + d)": ({ dataset }) => figureText(pooledF1(density(dataset))),
    "micro F1 of all-positive": (experiment) => mean(experiment, "all-positive", "microF1"),
    "micro F1 of this setting": (experiment) => mean(experiment, PUBLISHED, "microF1"),
  });
}

/** What the published figures would mean, were they those of all-positive. */
function densityText(experiments) {
  if (experiments.length === 0) return "";
  const introduction = `The density of the data that were published on is not known here. This is the one at which predicting every label has
the published micro F1 of sigmoidF1, beside that of the data here, which are other examples and classes:`;
  const text = (labels, classes) =>
    `${figureText(labels, 2)} of ${classes} (d = ${figureText(labels / classes)})`;
  const columns = {
    "published micro F1": (experiment) => figureText(publishedF1(experiment)),
    "labels per example for 2d/(1 + d) to be that": (experiment) => {
      const { classes } = experiment.published;
      return text(densityOf(publishedF1(experiment)) * classes, classes);
    },
    "labels per example here": ({ dataset }) => text(dataset.cardinality, dataset.classes),
  };
  return `${introduction}\n\n${table(experiments, columns)}`;
}

const titles = (experiments) => experiments.map(({ title }) => title).join(", ");
const density = ({ cardinality, classes }) => cardinality / classes;
const pooledF1 = (d) => (2 * d) / (1 + d);
const densityOf = (f1) => f1 / (2 - f1);
const publishedF1 = ({ published }) => published.rows[PUBLISHED][1];

function predictsAll({ dataset, figures }) {
  return figures[FIXED][PUBLISHED].labelsPerExample.every((labels) => labels === dataset.classes);
}

function mean({ figures }, loss, metric, digits) {
  const row = figures[FIXED][loss];
  return row === undefined ? "–" : figureText(meanInterval(row[metric]).mean, digits);
}

function table(experiments, columns) {
  return markdownTable(
    "dataset",
    experiments.map(({ title }) => title),
    Object.entries(columns).map(([title, cell]) => ({
      title,
      cells: new Map(experiments.map((experiment) => [experiment.title, cell(experiment)])),
    })),
  );
}
