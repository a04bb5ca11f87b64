/**
 * The probability of each sum of the ranks 1 … n with a positive sign, 0 … n(n + 1)/2, when every sign is equally
 * likely: the null distribution of Wilcoxon's signed-rank statistic without ties.
 */
export function signedRankDistribution(n: number): Float64Array {
  const probabilities = new Float64Array((n * (n + 1)) / 2 + 1);
  probabilities[0] = 1;
  for (let rank = 1, largest = 0; rank <= n; rank++) {
    largest += rank;
    // From above, so that what is read has not seen this rank yet; every index is within 0 … largest.
    for (let sum = largest; sum >= 0; sum--) {
      const added = sum >= rank ? probabilities[sum - rank]! : 0;
      probabilities[sum] = (probabilities[sum]! + added) / 2;
    }
  }
  return probabilities;
}
