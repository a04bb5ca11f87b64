/**
 * A figure as the page shows it: `.123`.
 * @param {number} value
 * @param {number} [digits]
 */
export function figureText(value, digits = 3) {
  return value
    .toFixed(digits)
    .replace("-", "−")
    .replace(/^(−?)0\./, "$1.");
}

/**
 * A mean and half its interval: `.123 ± .004`; the mean alone where one value has no interval.
 * @param {{ mean: number, halfWidth: number }} interval
 * @param {number} [digits]
 */
export function intervalText({ mean, halfWidth }, digits) {
  const half = Number.isNaN(halfWidth) ? "" : ` ± ${figureText(halfWidth, digits)}`;
  return `${figureText(mean, digits)}${half}`;
}
