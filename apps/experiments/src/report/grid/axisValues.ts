import type { GridCell } from "./GridCell.js";

/** The distinct values that cells have on an axis: ascending where all are numbers, else in the file's order. */
export function axisValues(cells: readonly GridCell[], path: string): readonly unknown[] {
  const distinct = [...new Map(cells.map(({ grid }) => [JSON.stringify(grid[path]), grid[path]]))];
  const values = distinct.map(([, value]) => value);
  return values.every((value) => typeof value === "number") ? values.sort((a, b) => a - b) : values;
}
