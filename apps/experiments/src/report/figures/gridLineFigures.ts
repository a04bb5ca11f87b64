import { shortPath } from "../../config/shortPath.js";
import type { Results } from "../../results/Results.js";
import { type AxisCurve, axisCurves } from "../grid/axisCurves.js";
import type { GridView } from "../grid/gridView.js";
import { isCondition } from "../grid/isCondition.js";
import { showValues } from "../grid/showValues.js";
import type { Summary } from "../statistics/Summary.js";
import { sentences } from "../words/sentences.js";
import type { Figure } from "./Figure.js";
import { intervalNote } from "./intervalNote.js";
import { lossColour } from "./lossColour.js";
import { type PanelAxis, panelGrid } from "./panelGrid.js";
import { ruleNote } from "./ruleNote.js";

/** Above this ratio of its largest to its smallest value, an axis of positive numbers is logarithmic. */
const WIDE = 10;

/** The metric against each numeric axis of a grid: a figure per axis with a panel per loss; of one loss one figure. */
export function gridLineFigures(view: GridView, results: Results, summary: Summary): Figure[] {
  const curves = axisCurves(view);
  const one = new Set(curves.map(({ base }) => base)).size === 1;
  const groups = one
    ? [curves]
    : view.axes.map((axis) => curves.filter((curve) => curve.axis === axis));
  return groups
    .filter((group) => group.length > 0)
    .map((group) => lineFigure(group, view, results, summary));
}

/** Of one loss along several axes, or of several losses along one. */
function lineFigure(
  curves: readonly AxisCurve[],
  view: GridView,
  results: Results,
  summary: Summary,
): Figure {
  const { metric, cells, axes } = view;
  const losses = [...new Set(curves.map(({ base }) => base))];
  const names = [...new Set(curves.map(({ axis }) => shortPath(axis, axes)))];
  const points = curves.flatMap((curve) => curve.points);
  const low = Math.min(...points.map((point) => point.low));
  const high = Math.max(...points.map((point) => point.high));
  const trivial = strongestBaseline(view, summary);
  const inSight = trivial !== undefined && trivial.mean >= low && trivial.mean <= high;
  return {
    title: `${metric} ${losses.length === 1 ? `of ${losses[0]} ` : ""}against ${names.join(", ")}`,
    caption: sentences(
      `Test part, ${ruleNote(view, results)}. Dot: mean over seeds. Band: ${intervalNote(results, cells, summary.level)}.`,
      losses.length > 1 && "Grey: the other losses, on the same scale.",
      otherAxes(curves, axes),
      axes.some(isCondition) &&
        "Only the training part is corrupted: validation and test parts are clean.",
      trivial &&
        `${inSight ? "Dashed: the" : "The"} strongest trivial baseline, ${trivial.name}, has ${trivial.mean.toFixed(3)}.`,
    ),
    label: `Line charts of ${metric} on the test part: ${curves.map((curve) => `${curve.base} against ${shortPath(curve.axis, axes)} from ${curve.points[0]?.mean.toFixed(3)} to ${curve.points.at(-1)?.mean.toFixed(3)}`).join(", ")}.`,
    spec: panelGrid(
      curves.map((curve) => ({
        title: losses.length === 1 ? shortPath(curve.axis, axes) : curve.base,
        colour: lossColour(summary, curve.base),
        lines: [{ points: curve.points, dots: true }],
        context: curves
          .filter((other) => other !== curve && other.axis === curve.axis)
          .map((other) => other.points),
        x: xAxis(
          curves.filter(({ axis }) => axis === curve.axis),
          shortPath(curve.axis, axes),
        ),
      })),
      {
        y: { title: metric, domain: [low, high] },
        ...(inSight && { yMark: trivial.mean }),
      },
    ),
  };
}

/** The axis that holds all these curves, with a tick at each value. */
function xAxis(curves: readonly AxisCurve[], title: string): PanelAxis {
  const xs = curves.flatMap(({ points }) => points.map(({ x }) => x));
  const ticks = [...new Set(xs)].sort((a, b) => a - b);
  const least = Math.min(...xs);
  const most = Math.max(...xs);
  return { title, domain: [least, most], ticks, log: least > 0 && most / least > WIDE };
}

/** What holds on the axes along which a curve does not go. */
function otherAxes(curves: readonly AxisCurve[], axes: readonly string[]): string | undefined {
  const losses = [...new Set(curves.map(({ base }) => base))];
  const fixed = losses.map((loss) =>
    Object.assign({}, ...curves.filter(({ base }) => base === loss).map((curve) => curve.fixed)),
  );
  const [said = "", ...others] = new Set(fixed.map((values) => showValues(values, axes)));
  if (others.length > 0) return "The other axes: each loss's own values.";
  return said === "" ? undefined : `The other axes: ${said}.`;
}

function strongestBaseline({ metric, decision }: GridView, { rules }: Summary) {
  return rules
    .find((rule) => rule.decision === decision)
    ?.baselines.map(({ name, cells }) => ({ name, mean: cells[metric].mean }))
    .sort((a, b) => b.mean - a.mean)[0];
}
