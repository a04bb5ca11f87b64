import type { Band } from "../figures/Band.js";
import { cellsAlong } from "./cellsAlong.js";
import type { GridCell } from "./GridCell.js";
import type { GridView } from "./gridView.js";

/** A loss along one numeric axis. */
export interface AxisCurve {
  readonly axis: string;
  readonly base: string;
  /** What holds on the other axes. */
  readonly fixed: Readonly<Record<string, unknown>>;
  /** At least two: mean and interval by value, ascending. */
  readonly points: readonly Band[];
}

/** Every loss along every axis on which it has two numbers or more. */
export function axisCurves({ axes, cells }: GridView): readonly AxisCurve[] {
  const bases = [...new Set(cells.map(({ base }) => base))];
  return axes
    .flatMap((axis) =>
      bases.map((base) => {
        const own = cells.filter((cell) => cell.base === base);
        const along = cellsAlong(own, [axis]);
        return { axis, base, fixed: along.fixed, points: pointsOf(along.cells, axis) };
      }),
    )
    .filter(({ points }) => points.length > 1);
}

function pointsOf(cells: readonly GridCell[], axis: string): readonly Band[] {
  return cells
    .flatMap(({ grid, mean, halfWidth = 0 }) => {
      const x = grid[axis];
      return typeof x === "number"
        ? [{ x, mean, low: mean - halfWidth, high: mean + halfWidth }]
        : [];
    })
    .sort((a, b) => a.x - b.x);
}
