/** The indices of `values` by falling value, equal values by rising index. */
export function rankDescending(values: Float32Array): Uint32Array {
  const order = Uint32Array.from(values, (_, index) => index);
  // Every index is below values.length.
  return order.sort((a, b) => values[b]! - values[a]! || a - b);
}
