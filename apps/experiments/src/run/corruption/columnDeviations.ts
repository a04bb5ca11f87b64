import type { ScoreMatrix } from "@sigf1/metrics";

/** The standard deviation of each column over the rows, divided by their number. */
export function columnDeviations({ rows, cols, data }: ScoreMatrix): Float64Array {
  const means = new Float64Array(cols);
  const squares = new Float64Array(cols);
  // Row and column are in range throughout.
  for (let i = 0; i < data.length; i++) means[i % cols]! += data[i]! / rows;
  for (let i = 0; i < data.length; i++) squares[i % cols]! += (data[i]! - means[i % cols]!) ** 2;
  return squares.map((sum) => Math.sqrt(sum / rows));
}
