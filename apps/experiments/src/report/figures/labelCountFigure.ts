import type { RuleSummary, Summary } from "../statistics/Summary.js";
import { overSeeds } from "../words/overSeeds.js";
import type { Figure } from "./Figure.js";
import type { GridLayer, GridPanel } from "./GridSpec.js";
import { lossColour } from "./lossColour.js";

const COLUMNS = 4;

/** Predicted labels per example against the true cardinality, one panel per decision rule. */
export function labelCountFigure(summary: Summary, cardinality: number): Figure | undefined {
  if (summary.rules.length === 0) return undefined;
  return {
    title: "Predicted labels per example",
    caption: `Dot: ${overSeeds(summary)}, on the test part, with its interval where there are several. Vertical line: the true mean number of labels. Left of it a loss predicts too few labels, right of it too many. Square-root scale.`,
    label: `Dot plots of the number of predicted labels per example for each loss and trivial baseline, one per decision rule, against the true mean of ${cardinality.toFixed(2)}.`,
    spec: {
      columns: COLUMNS,
      spacing: 24,
      concat: summary.rules.map((rule, index) =>
        panel(rule, summary, cardinality, index % COLUMNS === 0),
      ),
    },
  };
}

function panel(
  rule: RuleSummary,
  summary: Summary,
  cardinality: number,
  named: boolean,
): GridPanel {
  const names = [...summary.losses, ...summary.baselines];
  const y: Channel<"y"> = {
    field: "name",
    type: "nominal",
    scale: { domain: names },
    axis: { title: null, ticks: false, domain: false, grid: true, labels: named, labelLimit: 480 },
  };
  const color: Channel<"color"> = {
    field: "name",
    type: "nominal",
    scale: { domain: names, range: names.map((name) => lossColour(summary, name)) },
    legend: null,
  };
  // A square root leaves room for small counts beside a baseline that predicts every label, and has a zero.
  const x: Channel<"x"> = {
    field: "mean",
    type: "quantitative",
    scale: { type: "sqrt", domain: [0, highestCount(summary, cardinality)] },
    axis: { title: "labels per example", tickCount: 5, format: "~r", labelOverlap: "greedy" },
  };
  return {
    title: { text: rule.decision, limit: 190 },
    width: 190,
    height: { step: 19 },
    data: { values: countsOf(rule) },
    layer: [
      {
        data: { values: [{ mean: cardinality }] },
        mark: { type: "rule", color: "var(--text)" },
        encoding: { x },
      },
      {
        mark: { type: "rule", strokeWidth: 1.5 },
        encoding: { x: { ...x, field: "low" }, x2: { field: "high" }, y, color },
      },
      {
        mark: { type: "point", filled: true, size: 42, opacity: 1 },
        encoding: { x, y, color },
      },
    ],
  };
}

type Channel<Name extends "x" | "y" | "color"> = NonNullable<
  NonNullable<Extract<GridLayer, { mark: unknown }>["encoding"]>[Name]
>;

function countsOf({ losses, baselines }: RuleSummary) {
  return [...losses, ...baselines].map(({ name, cells }) => {
    const { mean, halfWidth = 0 } = cells.labelsPerExample;
    return { name, mean, low: Math.max(0, mean - halfWidth), high: mean + halfWidth };
  });
}

/** The right end of every panel's scale. */
function highestCount({ rules }: Summary, cardinality: number): number {
  return 1.05 * Math.max(cardinality, ...rules.flatMap(countsOf).map(({ high }) => high));
}
