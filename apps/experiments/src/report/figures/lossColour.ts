/** Number of `--series-*` colours in the style sheet. */
const COLOURS = 8;

/**
 * The CSS colour of a loss, the same in every table and figure. Beyond eight losses colours repeat, so a figure must
 * name its series by more than colour.
 */
export function lossColour(losses: readonly string[], loss: string): string {
  const index = losses.indexOf(loss);
  return index < 0 ? "var(--muted)" : `var(--series-${index % COLOURS})`;
}
