import type { CellFile } from "./CellFile.js";

/** Paths by which the cells of a study differ; what lies within another such path is told by that one. */
export function cellAxes(cells: readonly CellFile[]): readonly string[] {
  const paths = [...new Set(cells.flatMap((cell) => cell.paths))];
  return paths.filter((path) => !paths.some((other) => path.startsWith(`${other}.`)));
}
