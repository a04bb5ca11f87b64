import type { Results } from "../../results/Results.js";
import type { GridCell } from "../grid/GridCell.js";

/** `the 95 % t-interval over 5 seeds`, and how it is corrected; what to say instead where there is one seed. */
export function intervalNote(
  { split, rows }: Results,
  cells: readonly GridCell[],
  level: number,
): string {
  if (cells.every(({ halfWidth }) => halfWidth === undefined)) return "one seed, no interval";
  const seeds = new Set(rows.map(({ seed }) => seed)).size;
  const corrected = split.resampled ? ", widened since the seeds' splits overlap" : "";
  return `${Number((level * 100).toFixed(1))} % t-interval over ${seeds} seeds${corrected}`;
}
