import type { GridSpec } from "./GridSpec.js";
import { TITLE_LINE, wrapTitle } from "./wrapTitle.js";

/** One panel of a heat map. */
export interface HeatMap {
  readonly title: string;
  readonly colour: string;
  readonly cells: readonly {
    readonly x: string;
    readonly y: string;
    readonly mean: number;
    /** Outlined. */
    readonly asFiled: boolean;
    /** In bold. */
    readonly best: boolean;
  }[];
}

/** The values of an axis in order, to the right or upwards. */
export interface HeatMapAxis {
  readonly title: string;
  readonly values: readonly string[];
}

const CELL = { width: 44, height: 26 };
/** Of the page, in pixels, and what a panel takes besides its cells. */
const PAGE_WIDTH = 1160;
const MARGIN = { row: 76, column: 70 };
/** Of a panel with its margin: few cells would leave no room for its title. */
const LEAST_WIDTH = 200;
/** At full strength the number in the cell could not be read. */
const STRENGTH = [0.04, 0.6];
/** Share of the cells, the lowest, that have the weakest colour. */
const WEAKEST = 0.1;

/** Small multiples of heat maps with a number in each cell; colour is by strength, on one scale for all. */
export function heatMapGrid(
  panels: readonly HeatMap[],
  axes: { readonly x: HeatMapAxis; readonly y: HeatMapAxis },
): GridSpec {
  const width = CELL.width * axes.x.values.length;
  const means = panels.flatMap(({ cells }) => cells.map(({ mean }) => mean)).sort((a, b) => a - b);
  // A few that failed would leave the others no room to differ.
  const weakest = means[Math.floor(WEAKEST * means.length)] ?? 0;
  const pitch = Math.max(width + MARGIN.column, LEAST_WIDTH);
  const titles = panels.map(({ title }) => wrapTitle(title, pitch - 8));
  const moreLines = Math.max(...titles.map((lines) => lines.length)) - 1;
  const look = { ticks: false, domain: false, labelAngle: 0 };
  return {
    columns: Math.max(1, Math.floor(PAGE_WIDTH / pitch)),
    bounds: "flush",
    spacing: { row: MARGIN.row + moreLines * TITLE_LINE, column: pitch - width },
    concat: panels.map(({ colour, cells }, i) => ({
      title: { text: titles[i]!, lineHeight: TITLE_LINE }, // one for each panel
      width,
      height: CELL.height * axes.y.values.length,
      data: { values: [...cells] },
      encoding: {
        x: {
          field: "x",
          type: "ordinal",
          scale: { domain: [...axes.x.values] },
          axis: { title: axes.x.title, ...look },
        },
        y: {
          field: "y",
          type: "ordinal",
          scale: { domain: axes.y.values.toReversed() },
          axis: { title: axes.y.title, ...look },
        },
      },
      layer: [
        {
          mark: { type: "rect", color: colour },
          encoding: {
            fillOpacity: {
              field: "mean",
              type: "quantitative",
              scale: { domain: [weakest, means.at(-1) ?? 1], range: [...STRENGTH], clamp: true },
              legend: null,
            },
          },
        },
        {
          transform: [{ filter: "datum.asFiled" }],
          mark: { type: "rect", filled: false, stroke: "var(--text)", strokeWidth: 1.25 },
        },
        ...[false, true].map((best) => ({
          transform: [{ filter: { field: "best", equal: best } }],
          mark: {
            type: "text" as const,
            color: "var(--text)",
            fontSize: 10.5,
            fontWeight: best ? ("bold" as const) : ("normal" as const),
          },
          encoding: { text: { field: "mean", type: "quantitative" as const, format: ".3f" } },
        })),
      ],
    })),
  };
}
