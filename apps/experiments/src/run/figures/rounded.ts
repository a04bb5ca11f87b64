/** A number as run.json keeps it for the figures: to four decimals. */
export function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
