import { shortPath } from "../../config/shortPath.js";
import type { Results } from "../../results/Results.js";
import { axisValues } from "../grid/axisValues.js";
import { cellsAlong } from "../grid/cellsAlong.js";
import type { GridCell } from "../grid/GridCell.js";
import type { GridView } from "../grid/gridView.js";
import { isCondition } from "../grid/isCondition.js";
import { sameValue } from "../grid/sameValue.js";
import { showValue, showValues } from "../grid/showValues.js";
import type { Summary } from "../statistics/Summary.js";
import { sentences } from "../words/sentences.js";
import type { Figure } from "./Figure.js";
import { type HeatMap, heatMapGrid } from "./heatMapGrid.js";
import { intervalNote } from "./intervalNote.js";
import { lossColour } from "./lossColour.js";
import { ruleNote } from "./ruleNote.js";

/** One panel before it is drawn. */
interface Facet {
  readonly title: string;
  readonly colour: string;
  readonly cells: readonly GridCell[];
  readonly fixed: Readonly<Record<string, unknown>>;
}

/**
 * The metric over two axes whose values a grid combines, the first two of the file: a panel per value of the third, in a
 * figure per loss; or, without a third axis, a panel per loss. Other pairs only where they show variants that no pair
 * before them has shown.
 */
export function gridHeatMaps(view: GridView, results: Results, summary: Summary): Figure[] {
  const { axes, cells } = view;
  const bases = [...new Set(cells.map(({ base }) => base))];
  const ofBase = (base: string) => cells.filter((cell) => cell.base === base);
  const pairs = axes.flatMap((x, i) => axes.slice(i + 1).map((y) => ({ x, y })));
  const shown = new Set<GridCell>();
  return pairs.flatMap((pair) => {
    const third = axes.find((axis) => axis !== pair.x && axis !== pair.y);
    const panels: readonly (readonly Facet[])[] =
      third === undefined
        ? [
            bases.map((base) => ({
              title: base,
              colour: lossColour(summary, base),
              ...cellsAlong(ofBase(base), [pair.x, pair.y]),
            })),
          ]
        : bases.map((base) => byThird(ofBase(base), base, pair, third, view, summary));
    return panels.flatMap((facets) => {
      const combined = facets.filter((facet) => combines(facet.cells, pair));
      const drawn = combined.flatMap((facet) => facet.cells);
      if (drawn.every((cell) => shown.has(cell))) return [];
      for (const cell of drawn) shown.add(cell);
      return heatMapFigure(combined, pair, view, results, summary);
    });
  });
}

interface Pair {
  readonly x: string;
  readonly y: string;
}

function byThird(
  cells: readonly GridCell[],
  base: string,
  { x, y }: Pair,
  third: string,
  { axes }: GridView,
  summary: Summary,
): readonly Facet[] {
  const plane = cellsAlong(cells, [x, y, third]);
  return axisValues(plane.cells, third).map((value) => ({
    title: showValues({ [third]: value }, axes),
    colour: lossColour(summary, base),
    cells: plane.cells.filter(({ grid }) => sameValue(grid[third], value)),
    fixed: plane.fixed,
  }));
}

function heatMapFigure(
  combined: readonly Facet[],
  { x, y }: Pair,
  view: GridView,
  results: Results,
  summary: Summary,
): Figure {
  const cells = combined.flatMap((facet) => facet.cells);
  const { metric, axes } = view;
  const names = { x: shortPath(x, axes), y: shortPath(y, axes) };
  const best = Math.max(...cells.map(({ validation }) => validation));
  const others = [...new Set(combined.map(({ fixed }) => showValues(fixed, axes)))].filter(Boolean);
  const panels: HeatMap[] = combined.map((facet) => ({
    title: facet.title,
    colour: facet.colour,
    cells: facet.cells.map((cell) => ({
      x: showValue(cell.grid[x]),
      y: showValue(cell.grid[y]),
      mean: cell.mean,
      asFiled: Object.keys(cell.grid).every((path) =>
        sameValue(cell.grid[path], cell.fileValues[path]),
      ),
      best: cell.validation === best,
    })),
  }));
  const losses = [...new Set(cells.map(({ base }) => base))].join(", ");
  return {
    title: `${metric} of ${losses} over ${names.x} and ${names.y}`,
    caption: sentences(
      `Mean over seeds on the test part, ${ruleNote(view, results)}. The stronger the colour, the higher, on one scale for all panels; the lowest tenth of the cells has the weakest.`,
      panels.some((panel) => panel.cells.some(({ asFiled }) => asFiled)) &&
        "Outlined: the file's own values.",
      boldNote(view, results),
      others.length === 1 && `The other axes: ${others[0]}.`,
      spread(cells, results, summary),
      axes.some(isCondition) &&
        "Only the training part is corrupted: validation and test parts are clean.",
    ),
    label: `Heat maps of ${metric} on the test part over ${names.x} and ${names.y}: ${panels.map(({ title }) => title).join("; ")}.`,
    spec: heatMapGrid(panels, {
      x: { title: names.x, values: axisValues(cells, x).map(showValue) },
      y: { title: names.y, values: axisValues(cells, y).map(showValue) },
    }),
  };
}

/** What bold is; the tables' choice is by one metric over all rules. */
function boldNote({ metric, decision }: GridView, { rows }: Results): string {
  const best = `Bold: the highest mean ${metric} on the validation part under this rule`;
  return metric === "exampleF1" && rows.every((row) => row.decision === decision)
    ? `${best}.`
    : `${best}; the tables choose by exampleF1 on the validation part, over all rules.`;
}

/** Whether cells combine two axes, rather than vary one of them at a time. */
function combines(cells: readonly GridCell[], { x, y }: Pair): boolean {
  return cells.length > axisValues(cells, x).length + axisValues(cells, y).length - 1;
}

function spread(cells: readonly GridCell[], results: Results, { level }: Summary): string {
  const halves = cells.flatMap(({ halfWidth }) => halfWidth ?? []).sort((a, b) => a - b);
  const median = halves[Math.floor(halves.length / 2)];
  if (median === undefined) return "One seed: differences between cells may be chance.";
  return `Half the ${intervalNote(results, cells, level)}, is ${median.toFixed(3)} for the median cell and ${halves.at(-1)?.toFixed(3)} at most: smaller differences may be chance.`;
}
