/** Puts the softmax in place of values, and gives log Σ exp of the values. */
export function softmax(values: Float64Array): number {
  // Without the largest no exponential overflows.
  const largest = values.reduce((a, b) => Math.max(a, b));
  let sum = 0;
  for (const value of values) sum += Math.exp(value - largest);
  const normaliser = largest + Math.log(sum);
  for (let k = 0; k < values.length; k++) values[k] = Math.exp(values[k]! - normaliser); // k in range
  return normaliser;
}
