/** Mean and unbiased variance Σ(x − x̄)²/(n − 1) of at least one value; the variance of one value is NaN. */
export function sampleVariance(values: ArrayLike<number>): { mean: number; variance: number } {
  const list = Array.from(values);
  const n = list.length;
  const mean = list.reduce((sum, value) => sum + value, 0) / n;
  const squares = list.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (n - 1) };
}
