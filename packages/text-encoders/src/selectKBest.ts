/**
 * The indices of the k highest scores, ascending; all where there are no more than k. Of equal scores
 * the later index wins, as in scikit-learn's `SelectKBest`.
 */
export function selectKBest(scores: Float64Array, k: number): Int32Array {
  const order = Int32Array.from(scores.keys());
  order.sort((a, b) => scores[a]! - scores[b]! || a - b); // a and b are indices of scores
  return order.slice(-k).sort();
}
