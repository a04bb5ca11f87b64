import { uniformInt } from "pure-rand/distribution/uniformInt";
import { mersenne } from "pure-rand/generator/mersenne";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { DatasetError } from "../DatasetError.js";
import type { LabelMatrix } from "../LabelMatrix.js";
import { fractionsInOrder } from "./fractionsInOrder.js";
import { MinHeap } from "./MinHeap.js";
import { refuseEmptyParts } from "./refuseEmptyParts.js";
import type { SplitFractions } from "./SplitFractions.js";
import type { SplitIndices } from "./SplitIndices.js";
import { shuffledIndices } from "./shuffledIndices.js";

export interface StratifiedSplitOptions {
  /** What is balanced: 1 labels; 2 labels and pairs of labels that occur together. Default: 1. */
  readonly order?: 1 | 2;
}

/** The examples that hold one label, or one pair of labels, and what each part still lacks of them. */
interface Stratum {
  readonly rows: number[];
  left: number;
  wanted: number[];
}

/**
 * Splits so that each label has about its share of examples in every part: iterative stratification. The label
 * with the fewest examples left goes first; each of its examples goes to the part that lacks most examples of
 * that label, then to the part that lacks most examples at all, then to a random one. Examples without labels
 * come last. With `order: 2` a pair of labels of one example takes the place of a label (a label paired with
 * itself is the label), so that pairs keep their shares too; single labels then keep theirs less closely.
 *
 * Where no example has two labels, a label's count in a part is less than 2 away from `count · fraction`; with
 * several labels the deviation is small but has no fixed bound, nor have the parts' sizes. The same seed gives the
 * same split. O(examples · classes + s log s) time for s labels, or pairs, summed over the examples.
 *
 * @throws DatasetError when a fraction is not above 0, the fractions do not add up to 1, a part is empty, or the order
 * is neither 1 nor 2.
 * @see Sechidis, Tsoumakas, Vlahavas (2011), On the stratification of multi-label data, ECML PKDD, algorithm 1.
 * @see Szymański, Kajdanowicz (2017), A network perspective on stratification of multi-label data, PMLR 74:22–35.
 */
export function stratifiedSplit(
  labels: LabelMatrix,
  fractions: SplitFractions,
  seed: number,
  { order = 1 }: StratifiedSplitOptions = {},
): SplitIndices {
  const { rows, cols } = labels;
  if (order !== 1 && order !== 2) throw new DatasetError(`order is ${order}; expected 1 or 2`);
  const shares = fractionsInOrder(fractions);
  const generator = mersenne(seed);
  const rowOrder = shuffledIndices(rows, generator);
  const classOrder = shuffledIndices(cols, generator);
  const strataOf = (row: number) => strataNumbers(labels, row, classOrder, order);

  const strata = new Map<number, Stratum>();
  for (const row of rowOrder) {
    for (const number of strataOf(row)) {
      const stratum = strata.get(number);
      if (stratum) stratum.rows.push(row);
      else strata.set(number, { rows: [row], left: 0, wanted: [] });
    }
  }
  // One number a stratum, ordered by the examples left, then by the stratum's own number. What a stratum has
  // fallen below since is passed over.
  const queue = new MinHeap();
  const size = cols ** order;
  for (const [number, stratum] of strata) {
    stratum.left = stratum.rows.length;
    stratum.wanted = shares.map((share) => share * stratum.left);
    queue.push(stratum.left * size + number);
  }
  const wanted = shares.map((share) => share * rows);
  const parts = shares.map((): number[] => []);
  const isAssigned = new Uint8Array(rows);

  // Every stratum of a row is in `strata`, every part in the arrays over parts.
  const assign = (row: number, part: number) => {
    parts[part]!.push(row);
    isAssigned[row] = 1;
    wanted[part]! -= 1;
    for (const number of strataOf(row)) {
      const stratum = strata.get(number)!;
      stratum.left -= 1;
      stratum.wanted[part]! -= 1;
      if (stratum.left > 0) queue.push(stratum.left * size + number);
    }
  };
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const stratum = strata.get(next % size)!;
    if (stratum.left !== Math.floor(next / size)) continue;
    for (const row of stratum.rows) {
      if (!isAssigned[row]) assign(row, neediest([stratum.wanted, wanted], generator));
    }
  }
  for (const row of rowOrder) if (!isAssigned[row]) assign(row, neediest([wanted], generator));

  const [train = [], validation = [], test = []] = parts.map((part) => part.sort((a, b) => a - b));
  return refuseEmptyParts({ train, validation, test });
}

/** The numbers of a row's labels, by their places in `classOrder`, or of its pairs of labels. */
function strataNumbers(
  { cols, data }: LabelMatrix,
  row: number,
  classOrder: readonly number[],
  order: 1 | 2,
): number[] {
  const places: number[] = [];
  classOrder.forEach((col, place) => {
    if (data[row * cols + col] === 1) places.push(place);
  });
  if (order === 1) return places;
  return places.flatMap((one, at) => places.slice(at).map((other) => one * cols + other));
}

/** The part that is largest in the first list of needs, ties by the next list, then at random. */
function neediest(needs: readonly (readonly number[])[], generator: RandomGenerator): number {
  let candidates = [0, 1, 2];
  for (const need of needs) {
    const most = Math.max(...candidates.map((part) => need[part]!));
    candidates = candidates.filter((part) => need[part] === most);
  }
  if (candidates.length === 1) return candidates[0]!;
  return candidates[uniformInt(generator, 0, candidates.length - 1)]!;
}
