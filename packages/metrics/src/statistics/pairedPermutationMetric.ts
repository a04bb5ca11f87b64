import { checkedOptions } from "../checks/checkedOptions.js";
import { checkFunction } from "../checks/checkFunction.js";
import { checkMatrix } from "../checks/checkMatrix.js";
import { checkNumber } from "../checks/checkNumber.js";
import { checkOneOf } from "../checks/checkOneOf.js";
import { positiveInteger } from "../checks/NumberKind.js";
import { show } from "../checks/show.js";
import type { Matrix } from "../Matrix.js";
import { alternatives } from "./Alternative.js";
import type { ExampleRows } from "./ExampleRows.js";
import { extremity } from "./extremity.js";
import { isMatrix } from "./isMatrix.js";
import type {
  PairedPermutationTest,
  PairedPermutationTestOptions,
} from "./pairedPermutationTest.js";
import { seededWords } from "./seededWords.js";

/**
 * The paired permutation test of two systems on one test set by any metric, F1 among them (approximate
 * randomization): if the systems are interchangeable, their predictions of an example may be swapped. p is
 * (1 + extreme)/(1 + permutations) over random swaps, where extreme counts those under which metric(yTrue, a) −
 * metric(yTrue, b) is at least as extreme as observed (in absolute value for `two-sided`). It says what holds for
 * these trained systems on examples like these; for methods, test over seeds.
 *
 * The metric is computed anew, twice for each permutation.
 * @param yTrue true labels [examples × classes], in the form that the metric takes
 * @param a predicted labels or scores of one system, a matrix or one array per example
 * @param b those of the other, in the same form and shape
 * @returns `exact` is false: not all swaps are tried
 * @throws RangeError when the shapes of a and b differ, there is no example, the metric is not finite, or an option is
 * out of range
 * @see Noreen (1989), Computer-Intensive Methods for Testing Hypotheses; Yeh (2000), COLING, https://aclanthology.org/C00-2137
 */
export function pairedPermutationMetric<Truth, Predicted extends ExampleRows>(
  yTrue: Truth,
  a: Predicted,
  b: Predicted,
  metric: (yTrue: Truth, yPred: Predicted) => number,
  options: PairedPermutationTestOptions = {},
): PairedPermutationTest {
  const {
    alternative = "two-sided",
    permutations = 10_000,
    seed = 0,
  } = checkedOptions(options, "alternative", "permutations", "seed");
  checkOneOf("alternative", alternative, alternatives);
  checkNumber("permutations", permutations, positiveInteger);
  checkFunction("metric", metric, "(yTrue, yPred)");
  const swap = isMatrix(a) && isMatrix(b) ? matrixSwapper(a, b) : rowSwapper(a, b);
  const finite = (yPred: Predicted) => {
    const value = metric(yTrue, yPred);
    if (Number.isFinite(value)) return value;
    throw new RangeError(`the metric is ${show(value)}; expected a finite number`);
  };
  const [ofA, ofB] = [finite(a), finite(b)];
  // Both carry the rounding of the metric.
  const bound = extremity(ofA - ofB, alternative) - 1e-14 * (Math.abs(ofA) + Math.abs(ofB));
  const nextBit = randomBits(seed);
  let extreme = 0;
  for (let i = 0; i < permutations; i++) {
    // A swapper gives the form that it was given.
    const [first, second] = swap(nextBit) as [Predicted, Predicted];
    if (extremity(finite(first) - finite(second), alternative) >= bound) extreme++;
  }
  const p = (1 + extreme) / (1 + permutations);
  return { meanDifference: ofA - ofB, p, permutations, exact: false };
}

/** Gives the rows of both systems, some of them swapped; matrices share their memory with the call before. */
type Swapper = (nextBit: () => number) => readonly [ExampleRows, ExampleRows];

function rowSwapper(a: ExampleRows, b: ExampleRows): Swapper {
  if (isMatrix(a) || isMatrix(b)) {
    throw new RangeError("a and b have different forms; expected two matrices or two arrays");
  }
  refuseShapes([a.length], [b.length]);
  return (nextBit) => {
    const swapped = a.map(() => nextBit() === 1);
    return [
      a.map((row, i) => (swapped[i] ? b[i] : row)),
      b.map((row, i) => (swapped[i] ? a[i] : row)),
    ];
  };
}

function matrixSwapper(a: Matrix, b: Matrix): Swapper {
  checkMatrix(a, "a");
  checkMatrix(b, "b");
  refuseShapes([a.rows, a.cols], [b.rows, b.cols]);
  const { rows, cols } = a;
  const [first, second] = [a.data.slice(), b.data.slice()];
  return (nextBit) => {
    for (let row = 0; row < rows; row++) {
      const [one, other] = nextBit() === 1 ? [b, a] : [a, b];
      // A row is within the data of either.
      for (let k = row * cols; k < (row + 1) * cols; k++) {
        first[k] = one.data[k]!;
        second[k] = other.data[k]!;
      }
    }
    return [
      { rows, cols, data: first },
      { rows, cols, data: second },
    ];
  };
}

function refuseShapes(a: readonly number[], b: readonly number[]): void {
  if (a.join() !== b.join()) {
    throw new RangeError(
      `a is ${a.join(" × ")} but b is ${b.join(" × ")}; expected the same shape`,
    );
  }
  if (a[0] === 0) throw new RangeError("a and b have no example; expected at least one");
}

/** The bits of the seeded words, one at a time. */
function randomBits(seed: number): () => number {
  const next = seededWords(seed);
  let word = 0;
  let left = 0;
  return () => {
    if (left === 0) [word, left] = [next(), 32];
    const bit = word & 1;
    word >>>= 1;
    left--;
    return bit;
  };
}
