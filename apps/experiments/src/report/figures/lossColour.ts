import type { Summary } from "../statistics/Summary.js";

/** Number of `--series-*` colours in the style sheet. */
const COLOURS = 8;

/**
 * The CSS colour of a loss, the same in every table and figure; the variants of one loss share it. Beyond eight losses
 * colours repeat, so a figure must name its series by more than colour.
 */
export function lossColour({ series }: Pick<Summary, "series">, loss: string): string {
  const index = series.get(loss);
  return index === undefined ? "var(--muted)" : `var(--series-${index % COLOURS})`;
}
