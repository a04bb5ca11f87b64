/**
 * The probability of each sum of the ranks with a positive sign when every sign is equally likely: the null distribution of
 * Wilcoxon's signed-rank statistic, given the ties.
 * @param ranks midranks, whole or half numbers
 * @returns entry s is the probability of the sum s/2, from 0 to the sum of all ranks
 */
export function signedRankDistribution(ranks: Float64Array): Float64Array {
  const total = ranks.reduce((sum, rank) => sum + rank, 0);
  const probabilities = new Float64Array(2 * total + 1);
  probabilities[0] = 1;
  let largest = 0;
  for (const rank of ranks) {
    const step = 2 * rank;
    largest += step;
    // From above, so that what is read has not seen this rank yet; every index is within 0 … largest.
    for (let sum = largest; sum >= 0; sum--) {
      const added = sum >= step ? probabilities[sum - step]! : 0;
      probabilities[sum] = (probabilities[sum]! + added) / 2;
    }
  }
  return probabilities;
}
