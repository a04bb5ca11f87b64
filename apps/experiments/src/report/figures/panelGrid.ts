import type { Band } from "./Band.js";
import type { GridLayer, GridSpec } from "./GridSpec.js";
import { TITLE_LINE, wrapTitle } from "./wrapTitle.js";

/** A line with its band; dashed lines carry the second quantity of a panel. */
export interface PanelLine {
  readonly points: readonly Band[];
  readonly dashed?: boolean;
  /** Marks each point: nothing was measured between them. */
  readonly dots?: boolean;
}

/** One small multiple. */
export interface Panel {
  readonly title: string;
  readonly colour: string;
  readonly lines: readonly PanelLine[];
  /** Drawn faintly behind, for comparison. */
  readonly context?: readonly (readonly Band[])[];
  /** Its own axis, in place of the one of all panels. */
  readonly x?: PanelAxis;
}

/** An axis of every panel; without `domain` each panel has its own. */
export interface PanelAxis {
  readonly title: string;
  /** Ticks are at least this far apart; 1 for counts. */
  readonly minStep?: number;
  readonly domain?: readonly [number, number];
  /** Whether an axis without `domain` begins at 0. */
  readonly zero?: boolean;
  /** Where the ticks are; else at round numbers. */
  readonly ticks?: readonly number[];
  /** Logarithmic; takes a domain above 0. */
  readonly log?: boolean;
}

const COLUMNS = 3;
const PANEL = { width: 262, height: 140 };
/** Between panels, for the labels of axes and one line of title, in pixels. */
const SPACING = { row: 74, column: 66 };

/** Small multiples of line charts, three to a row, each named by its title. */
export function panelGrid(
  panels: readonly Panel[],
  axes: {
    readonly x?: PanelAxis;
    readonly y: PanelAxis;
    readonly xMark?: number;
    readonly yMark?: number;
  },
): GridSpec {
  const titles = panels.map(({ title }) => wrapTitle(title, PANEL.width + SPACING.column - 8));
  const moreLines = Math.max(...titles.map((lines) => lines.length)) - 1;
  return {
    columns: COLUMNS,
    // Flush: plots line up whatever the width of their labels, for which the spacing leaves room.
    bounds: "flush",
    spacing: { ...SPACING, row: SPACING.row + moreLines * TITLE_LINE },
    concat: panels.map((panel, i) => ({
      title: { text: titles[i]!, lineHeight: TITLE_LINE }, // one for each panel
      ...PANEL,
      encoding: {
        x: { field: "x", type: "quantitative", ...quantity(panel.x ?? axes.x ?? { title: "" }, 5) },
        y: { field: "mean", type: "quantitative", ...quantity(axes.y, 4) },
      },
      layer: [
        ...(axes.xMark === undefined ? [] : [verticalMark(axes.xMark)]),
        ...(axes.yMark === undefined ? [] : [horizontalMark(axes.yMark)]),
        ...(panel.context ?? []).map(contextLine),
        ...panel.lines.flatMap((line) => [bandOf(line, panel.colour), lineOf(line, panel.colour)]),
      ],
    })),
  };
}

function quantity(
  { title, minStep, domain, zero = false, ticks, log }: PanelAxis,
  tickCount: number,
) {
  return {
    axis: {
      title,
      tickCount,
      // The precision that d3 would choose itself shows .15 as .1 among ticks of .05.
      format: ".6~r",
      ...(minStep === undefined ? {} : { tickMinStep: minStep }),
      ...(ticks && { values: [...ticks], labelOverlap: true }),
    },
    // As many nice steps as ticks: the topmost tick is then at the top of every panel.
    scale:
      domain === undefined
        ? { zero, nice: tickCount }
        : { domain: [...domain], ...(log && { type: "log" as const }) },
  };
}

function verticalMark(x: number): GridLayer {
  return {
    data: { values: [{ x }] },
    mark: { type: "rule", color: "var(--muted)", strokeDash: [2, 2] },
    encoding: { y: { value: "height" }, y2: { value: 0 } },
  };
}

function horizontalMark(mean: number): GridLayer {
  return {
    data: { values: [{ mean }] },
    mark: { type: "rule", color: "var(--muted)", strokeDash: [2, 2] },
    encoding: { x: { value: 0 }, x2: { value: "width" } },
  };
}

function contextLine(points: readonly Band[]): GridLayer {
  return {
    data: { values: [...points] },
    mark: { type: "line", color: "var(--context)", strokeWidth: 1 },
  };
}

function bandOf({ points }: PanelLine, color: string): GridLayer {
  return {
    data: { values: [...points] },
    mark: { type: "area", color, opacity: 0.18 },
    encoding: { y: { field: "low", type: "quantitative" }, y2: { field: "high" } },
  };
}

function lineOf({ points, dashed, dots }: PanelLine, color: string): GridLayer {
  return {
    data: { values: [...points] },
    mark: {
      type: "line",
      color,
      strokeWidth: 1.75,
      strokeDash: dashed === true ? [4, 3] : [1, 0],
      // A single epoch has no line to draw.
      point: points.length === 1 || dots === true ? { color, size: 24 } : false,
    },
  };
}
