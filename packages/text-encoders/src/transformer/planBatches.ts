/**
 * Groups rows of tokens into batches that need little padding: rows sorted by length, the longest first, and
 * taken while (rows · longest row) stays within `batchTokens`. A longer row is a batch of its own.
 *
 * @param lengths tokens of each row
 * @returns indices of the rows of each batch; every row is in one batch
 */
export function planBatches(lengths: readonly number[], batchTokens: number): number[][] {
  // The lengths are those of the indices.
  const order = lengths.map((_, i) => i).sort((i, j) => lengths[j]! - lengths[i]!);
  const batches: number[][] = [];
  for (let start = 0; start < order.length; ) {
    const longest = lengths[order[start]!]!;
    const rows = Math.max(1, Math.floor(batchTokens / Math.max(1, longest)));
    batches.push(order.slice(start, start + rows));
    start += rows;
  }
  return batches;
}
