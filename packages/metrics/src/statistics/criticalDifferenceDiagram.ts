import { type NemenyiOptions, nemenyi } from "./nemenyi.js";
import type { ResultTable } from "./ResultTable.js";

/** What a critical-difference diagram shows. */
export interface CriticalDifferenceDiagram {
  /** The methods from the best mean rank to the worst; equal ranks in the order given. */
  readonly methods: readonly { readonly name: string; readonly meanRank: number }[];
  /** Length of the bar beside the axis: the smallest difference of mean ranks that is one. */
  readonly criticalDifference: number;
  /**
   * The lines that join methods: every largest group of at least two neighbours whose mean ranks lie less than the critical
   * difference apart, by the positions of its first and last method in `methods`.
   */
  readonly groups: readonly { readonly from: number; readonly to: number }[];
}

/**
 * The data of the critical-difference diagram of Demšar, JMLR 7 (2006), figure 1: the mean ranks of all methods on an
 * axis, and lines that join those which Nemenyi's test does not tell apart. It should follow a
 * Friedman test that finds a difference.
 * @param names of the methods, one per column
 * @param scores [data sets × methods], at least two methods
 * @throws RangeError as `nemenyi`, and when there is not one name per method
 */
export function criticalDifferenceDiagram(
  names: readonly string[],
  scores: ResultTable,
  options: NemenyiOptions = {},
): CriticalDifferenceDiagram {
  const { meanRanks, criticalDifference } = nemenyi(scores, options);
  if (names.length !== meanRanks.length) {
    throw new RangeError(
      `${names.length} names for ${meanRanks.length} methods; expected one per method`,
    );
  }
  const methods = names
    // There are as many ranks as names.
    .map((name, j) => ({ name, meanRank: meanRanks[j]! }))
    .sort((a, b) => a.meanRank - b.meanRank);
  const groups: { from: number; to: number }[] = [];
  methods.forEach(({ meanRank }, from) => {
    const to = methods.findLastIndex((other) => other.meanRank - meanRank < criticalDifference);
    if (to > from && to > (groups.at(-1)?.to ?? 0)) groups.push({ from, to });
  });
  return { methods, criticalDifference, groups };
}
