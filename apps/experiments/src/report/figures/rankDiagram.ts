import type { TopLevelSpec } from "vega-lite";
import type { Ranking } from "../statistics/rankMethods.js";

/** Of the page, in pixels, and what the axis takes of it at least and at most. */
const PAGE_WIDTH = 1100;
const AXIS = { least: 300, most: 520 };
/** Mean width of a character of a name, and the most that a name takes. */
const CHARACTER = 6.4;
const LONGEST_NAME = 360;
const ROW = 21;
/** From the top: bar of the critical difference, axis, first line that joins methods; from line to line. */
const TOP = { bar: 10, axis: 46, group: 58, pitch: 8 };

interface Segment {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
}

interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/**
 * A critical-difference diagram as Demšar (2006, figure 1) draws it: mean ranks on an axis, the best to the left, and
 * heavy lines that join methods which Nemenyi's test does not tell apart.
 * @param colour of a method
 */
export function rankDiagram(ranking: Ranking, colour: (name: string) => string): TopLevelSpec {
  const { methods, groups, criticalDifference } = ranking;
  const half = Math.ceil(methods.length / 2);
  const margin = marginFor(methods.slice(0, half));
  const rightMargin = marginFor(methods.slice(half));
  const axis = Math.min(AXIS.most, Math.max(AXIS.least, PAGE_WIDTH - margin - rightMargin));
  const at = (rank: number) => margin + ((rank - 1) / (methods.length - 1)) * axis;
  const firstRow = TOP.group + groups.length * TOP.pitch + 14;
  const placed = methods.map(({ name, meanRank }, i) => {
    const left = i < half;
    const row = left ? i : methods.length - 1 - i;
    return {
      text: `${name}\u2002${meanRank.toFixed(2)}`,
      left,
      colour: colour(name),
      at: at(meanRank),
      x: left ? margin - 8 : margin + axis + 8,
      y: firstRow + row * ROW,
    };
  });
  const bar = (criticalDifference / (methods.length - 1)) * axis;
  const ranks = Array.from({ length: methods.length }, (_, i) => i + 1);
  const every = Math.ceil(ranks.length / 12);
  return {
    width: margin + axis + rightMargin,
    height: firstRow + half * ROW,
    layer: [
      segments(
        placed.flatMap(({ at: rank, x, y }) => [
          { x: rank, y: TOP.axis, x2: rank, y2: y },
          { x: rank, y, x2: x, y2: y },
        ]),
        "var(--line)",
        1,
      ),
      segments(
        [
          { x: margin, y: TOP.axis, x2: margin + axis, y2: TOP.axis },
          ...ranks.map((rank) => ({ x: at(rank), y: TOP.axis - 5, x2: at(rank), y2: TOP.axis })),
          // Longer than the axis it says no more than its number.
          ...(bar <= axis
            ? [
                { x: margin, y: TOP.bar, x2: margin + bar, y2: TOP.bar },
                ...[margin, margin + bar].map((x) => ({
                  x,
                  y: TOP.bar - 4,
                  x2: x,
                  y2: TOP.bar + 4,
                })),
              ]
            : []),
        ],
        "var(--text)",
        1,
      ),
      segments(
        groups.map(({ from, to }, i) => ({
          // Groups are of positions in `methods`.
          x: at(methods[from]!.meanRank) - 4,
          x2: at(methods[to]!.meanRank) + 4,
          y: TOP.group + i * TOP.pitch,
          y2: TOP.group + i * TOP.pitch,
        })),
        "var(--text)",
        3,
      ),
      labels(
        ranks
          .filter((rank) => (rank - 1) % every === 0)
          .map((rank) => ({ x: at(rank), y: TOP.axis - 13, text: String(rank) })),
        "center",
        "var(--muted)",
      ),
      labels(
        [
          {
            x: margin + (bar <= axis ? bar + 10 : 0),
            y: TOP.bar,
            text: `critical difference ${criticalDifference.toFixed(2)}`,
          },
        ],
        "left",
        "var(--muted)",
      ),
      {
        data: { values: placed.map(({ at: x, colour: fill }) => ({ x, y: TOP.axis, fill })) },
        mark: { type: "point", filled: true, size: 44, opacity: 1 },
        encoding: { ...place, color: { field: "fill", type: "nominal", scale: null } },
      },
      labels(
        placed.filter(({ left }) => left).map((label) => ({ ...label, x: label.x - 4 })),
        "right",
        "var(--text)",
      ),
      labels(
        placed.filter(({ left }) => !left).map((label) => ({ ...label, x: label.x + 4 })),
        "left",
        "var(--text)",
      ),
    ],
  };
}

/** Room for the longest of these names and its rank. */
function marginFor(methods: Ranking["methods"]): number {
  const longest = Math.max(...methods.map(({ name }) => name.length + 6));
  return Math.min(LONGEST_NAME, longest * CHARACTER) + 14;
}

/** Positions are pixels already. */
const place = {
  x: { field: "x", type: "quantitative", scale: null, axis: null },
  y: { field: "y", type: "quantitative", scale: null, axis: null },
} as const;

function segments(values: readonly Segment[], color: string, strokeWidth: number) {
  return {
    data: { values: [...values] },
    mark: { type: "rule" as const, color, strokeWidth },
    encoding: { ...place, x2: { field: "x2" }, y2: { field: "y2" } },
  };
}

function labels(values: readonly Label[], align: "left" | "center" | "right", color: string) {
  return {
    data: { values: values.map(({ x, y, text }) => ({ x, y, text })) },
    mark: {
      type: "text" as const,
      align,
      baseline: "middle" as const,
      color,
      fontSize: 12,
      limit: LONGEST_NAME,
    },
    encoding: { ...place, text: { field: "text" } },
  };
}
