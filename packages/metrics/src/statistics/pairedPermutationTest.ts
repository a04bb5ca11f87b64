import { checkedOptions } from "../checks/checkedOptions.js";
import { checkNumber } from "../checks/checkNumber.js";
import { checkOneOf } from "../checks/checkOneOf.js";
import { positiveInteger } from "../checks/NumberKind.js";
import { type Alternative, alternatives } from "./Alternative.js";
import { extremity } from "./extremity.js";
import { pairedDifferences } from "./pairedDifferences.js";
import { seededWords } from "./seededWords.js";
import { signedSums } from "./signedSums.js";

export interface PairedPermutationTestOptions {
  /** What the test looks for; default `two-sided`. */
  readonly alternative?: Alternative;
  /** Number of random choices of signs where there are too many to try them all, at least 1; default 10,000. */
  readonly permutations?: number;
  /** Seed of the random choices, a safe integer; default 0. */
  readonly seed?: number;
}

export interface PairedPermutationTest {
  /** Mean of a − b. */
  readonly meanDifference: number;
  /** p-value in (0, 1]. */
  readonly p: number;
  /** Number of choices of signs tried. */
  readonly permutations: number;
  /** Whether these are all there are. */
  readonly exact: boolean;
}

/** Most differences whose signs are tried in all 2ⁿ ways. */
const EXACT = 16;

/**
 * The paired permutation test of Fisher (The Design of Experiments, 1935, § 21): if the methods are interchangeable, each
 * difference is as likely to have the other sign. p is the share of the choices of signs under which the mean difference is at
 * least as extreme as the observed one (in absolute value for `two-sided`).
 *
 * With at most 16 differences that are not 0 all choices are tried, as SciPy's
 * `permutation_test(…, permutation_type="samples")` does. With more, p = (1 + extreme)/(1 + permutations) over random ones,
 * which is a valid p-value and never 0 (Phipson & Smyth, 2010). Sums that differ by no more than rounding count as equal.
 * p is 1 for `two-sided` where all differences are 0.
 * @param a scores of one method, one per example or per seed
 * @param b scores of the other on the same examples or seeds
 * @throws RangeError when the lengths differ, there is no pair, a score is not finite, or an option is out of range
 */
export function pairedPermutationTest(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  options: PairedPermutationTestOptions = {},
): PairedPermutationTest {
  const {
    alternative = "two-sided",
    permutations = 10_000,
    seed = 0,
  } = checkedOptions(options, "alternative", "permutations", "seed");
  checkOneOf("alternative", alternative, alternatives);
  checkNumber("permutations", permutations, positiveInteger);
  const differences = pairedDifferences(a, b, 1);
  // A difference of 0 is the same with either sign.
  const magnitudes = differences.filter((difference) => difference !== 0).map(Math.abs);
  const exact = magnitudes.length <= EXACT;
  const sums = exact ? signedSums(magnitudes) : randomSums(magnitudes, permutations, seed);

  const observed = differences.reduce((sum, difference) => sum + difference, 0);
  // The differences carry the rounding of the scores.
  let scale = 0;
  for (let i = 0; i < a.length; i++) scale += Math.abs(a[i]!) + Math.abs(b[i]!);
  const bound = extremity(observed, alternative) - 1e-14 * scale;
  let extreme = 0;
  for (const sum of sums) if (extremity(sum, alternative) >= bound) extreme++;
  return {
    meanDifference: observed / differences.length,
    p: exact ? extreme / sums.length : (1 + extreme) / (1 + sums.length),
    permutations: sums.length,
    exact,
  };
}

// A random byte chooses the signs of eight differences at once, whose 256 sums are tabulated.
function randomSums(magnitudes: Float64Array, permutations: number, seed: number): Float64Array {
  const tables: Float64Array[] = [];
  for (let i = 0; i < magnitudes.length; i += 8) {
    tables.push(signedSums(magnitudes.subarray(i, i + 8)));
  }
  const next = seededWords(seed);
  return Float64Array.from({ length: permutations }, () => {
    let sum = 0;
    let word = 0;
    tables.forEach((table, i) => {
      word = i % 4 === 0 ? next() : word >>> 8;
      // The mask stays below the length of the table, a power of 2 up to 256.
      sum += table[word & (table.length - 1)]!;
    });
    return sum;
  });
}
