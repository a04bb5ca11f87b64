import { axisValues } from "./axisValues.js";
import type { GridCell } from "./GridCell.js";
import { sameValue } from "./sameValue.js";

/**
 * Of one loss's cells those that differ on some axes only. On every other axis they have the file's value, or, where
 * the grid leaves that out, the first that it has.
 */
export function cellsAlong(
  cells: readonly GridCell[],
  free: readonly string[],
): { readonly cells: readonly GridCell[]; readonly fixed: Readonly<Record<string, unknown>> } {
  const [first] = cells;
  const fixed = Object.fromEntries(
    Object.entries(first?.fileValues ?? {})
      .filter(([path]) => !free.includes(path))
      .map(([path, value]) => {
        const values = axisValues(cells, path);
        return [path, values.some((other) => sameValue(other, value)) ? value : values[0]];
      }),
  );
  return {
    fixed,
    cells: cells.filter(({ grid }) =>
      Object.entries(fixed).every(([path, value]) => sameValue(grid[path], value)),
    ),
  };
}
