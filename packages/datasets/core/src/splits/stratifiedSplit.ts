import { uniformInt } from "pure-rand/distribution/uniformInt";
import { mersenne } from "pure-rand/generator/mersenne";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import type { LabelMatrix } from "../LabelMatrix.js";
import { fractionsInOrder } from "./fractionsInOrder.js";
import { refuseEmptyParts } from "./refuseEmptyParts.js";
import type { SplitFractions } from "./SplitFractions.js";
import type { SplitIndices } from "./SplitIndices.js";
import { shuffledIndices } from "./shuffledIndices.js";

/**
 * Splits so that each label has about its share of examples in every part: iterative stratification. The label
 * with the fewest examples left goes first; each of its examples goes to the part that lacks most examples of
 * that label, then to the part that lacks most examples at all, then to a random one. Examples without labels
 * come last. Where no example has two labels, a label's count in a part is less than 2 away from
 * `count · fraction`; with several labels the deviation is small but has no fixed bound, nor have the parts' sizes.
 * The same seed gives the same split. O(examples · classes + classes²) time.
 *
 * @throws DatasetError when a fraction is not above 0, the fractions do not add up to 1, or a part is empty.
 * @see Sechidis, Tsoumakas, Vlahavas (2011), On the stratification of multi-label data, ECML PKDD, algorithm 1.
 */
export function stratifiedSplit(
  labels: LabelMatrix,
  fractions: SplitFractions,
  seed: number,
): SplitIndices {
  const { rows, cols } = labels;
  const shares = fractionsInOrder(fractions);
  const generator = mersenne(seed);
  const order = shuffledIndices(rows, generator);
  const classOrder = shuffledIndices(cols, generator);
  const labelsOf = (row: number) => classOrder.filter((col) => labels.data[row * cols + col] === 1);

  const holders = Array.from({ length: cols }, (): number[] => []);
  // Every index below comes from `order` or `classOrder`, so it is within its array.
  for (const row of order) for (const col of labelsOf(row)) holders[col]!.push(row);
  const left = holders.map((rowsOfClass) => rowsOfClass.length);
  const wantedOfClass = left.map((count) => shares.map((share) => share * count));
  const wanted = shares.map((share) => share * rows);
  const parts = shares.map((): number[] => []);
  const assigned = new Set<number>();

  const assign = (row: number, part: number) => {
    parts[part]!.push(row);
    assigned.add(row);
    wanted[part]! -= 1;
    for (const col of labelsOf(row)) {
      left[col]! -= 1;
      wantedOfClass[col]![part]! -= 1;
    }
  };
  for (let col = rarest(classOrder, left); col !== undefined; col = rarest(classOrder, left)) {
    for (const row of holders[col]!) {
      if (!assigned.has(row)) assign(row, neediest([wantedOfClass[col]!, wanted], generator));
    }
  }
  for (const row of order) if (!assigned.has(row)) assign(row, neediest([wanted], generator));

  const [train = [], validation = [], test = []] = parts.map((part) => part.sort((a, b) => a - b));
  return refuseEmptyParts({ train, validation, test });
}

/** The class with the fewest examples left, above none. */
function rarest(classes: readonly number[], left: readonly number[]): number | undefined {
  let best: number | undefined;
  for (const col of classes) {
    if (left[col]! > 0 && (best === undefined || left[col]! < left[best]!)) best = col;
  }
  return best;
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
