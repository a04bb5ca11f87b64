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

/** A dot whose area is as `size`, on one scale for all panels. */
export interface PanelDot {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** One small multiple. */
export interface Panel {
  readonly title: string;
  readonly colour: string;
  readonly lines?: readonly PanelLine[];
  readonly scatter?: readonly PanelDot[];
  /** Drawn faintly behind, for comparison. */
  readonly context?: readonly (readonly Band[])[];
  /** Its own axis, in place of the one of all panels. */
  readonly x?: PanelAxis;
  /** A vertical mark of its own. */
  readonly xMark?: number;
  /** A few words inside the plot. */
  readonly note?: string;
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

/** What all panels have in common. */
export interface PanelFrame {
  readonly x?: PanelAxis;
  readonly y: PanelAxis;
  readonly xMark?: number;
  readonly yMark?: number;
  /** Draws where x and y are equal, up to this value. */
  readonly diagonal?: number;
  /** Height of a plot in pixels; default 140. */
  readonly height?: number;
  /** Area of the largest dot in square pixels; default 190. */
  readonly largestDot?: number;
  /** The corner in which notes stand; default `upper right`. */
  readonly notes?: NoteCorner;
}

type NoteCorner = "upper left" | "upper right" | "lower right";

const COLUMNS = 3;
const PANEL = { width: 262, height: 140 };
/** Areas of dots in square pixels: of one without a size, of the smallest and the largest. */
const DOT = { plain: 22, least: 3, most: 190 };
/** Between panels, for the labels of axes and one line of title, in pixels. */
const SPACING = { row: 74, column: 66 };

/** Small multiples of line charts and scatter plots, three to a row, each named by its title. */
export function panelGrid(panels: readonly Panel[], frame: PanelFrame): GridSpec {
  const titles = panels.map(({ title }) => wrapTitle(title, PANEL.width + SPACING.column - 8));
  const moreLines = Math.max(...titles.map((lines) => lines.length)) - 1;
  const height = frame.height ?? PANEL.height;
  const largest = Math.max(
    0,
    ...panels.flatMap(({ scatter = [] }) => scatter.map(({ size = 0 }) => size)),
  );
  return {
    columns: COLUMNS,
    // Flush: plots line up whatever the width of their labels, for which the spacing leaves room.
    bounds: "flush",
    spacing: { ...SPACING, row: SPACING.row + moreLines * TITLE_LINE },
    concat: panels.map((panel, i) => ({
      title: { text: titles[i]!, lineHeight: TITLE_LINE }, // one for each panel
      width: PANEL.width,
      height,
      encoding: {
        x: {
          field: "x",
          type: "quantitative",
          ...quantity(panel.x ?? frame.x ?? { title: "" }, 5),
        },
        y: { field: "mean", type: "quantitative", ...quantity(frame.y, 4) },
      },
      layer: [
        ...[frame.xMark, panel.xMark].flatMap((x) => (x === undefined ? [] : [verticalMark(x)])),
        ...(frame.yMark === undefined ? [] : [horizontalMark(frame.yMark)]),
        ...(frame.diagonal === undefined ? [] : [diagonalMark(frame.diagonal)]),
        ...(panel.context ?? []).map(contextLine),
        ...(panel.lines ?? []).flatMap((line) => [
          bandOf(line, panel.colour),
          lineOf(line, panel.colour),
        ]),
        ...(panel.scatter ? [dotsOf(panel.scatter, panel.colour, largest, frame.largestDot)] : []),
        ...(panel.note === undefined
          ? []
          : [noteOf(panel.note, frame.notes ?? "upper right", height)]),
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
      // Of more values than this Vega leaves out every other.
      tickCount: ticks?.length ?? tickCount,
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

function diagonalMark(end: number): GridLayer {
  return {
    data: { values: [{ x: 0, mean: 0, end }] },
    mark: { type: "rule", color: "var(--muted)", strokeDash: [2, 2] },
    encoding: { x2: { field: "end" }, y2: { field: "end" } },
  };
}

function dotsOf(
  dots: readonly PanelDot[],
  color: string,
  largest: number,
  most = DOT.most,
): GridLayer {
  return {
    data: { values: dots.map(({ x, y, size }) => ({ x, mean: y, size })) },
    mark: { type: "point", filled: true, color, opacity: 0.75, size: DOT.plain, clip: true },
    ...(largest > 0 && {
      encoding: {
        size: {
          field: "size",
          type: "quantitative",
          scale: { domain: [0, largest], range: [DOT.least, most] },
          legend: null,
        },
      },
    }),
  };
}

function noteOf(text: string, corner: NoteCorner, height: number): GridLayer {
  const left = corner === "upper left";
  return {
    data: { values: [{ text }] },
    mark: {
      type: "text",
      align: left ? "left" : "right",
      baseline: "middle",
      color: "var(--muted)",
      fontSize: 11,
    },
    encoding: {
      x: { value: left ? 6 : PANEL.width - 6 },
      y: { value: corner === "lower right" ? height - 10 : 9 },
      text: { field: "text" },
    },
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
