import { checkList } from "../checks/checkList.js";
import { checkNumber } from "../checks/checkNumber.js";
import { finite } from "../checks/NumberKind.js";
import { isAbove } from "./isAbove.js";

/**
 * The knee of a falling curve over ranks: the point farthest from the chord between the curve's ends, with ranks and
 * values scaled to [0, 1], of equally far ones the first. A knee above the chord ends the curve's high part, one below
 * begins its low part.
 *
 * This is the difference curve of Kneedle (Satopää, Albrecht, Irwin & Raghavan 2011) without its smoothing, which
 * medians that fall by construction do not need, and with its greatest extremum as the one knee.
 * @param falling one value per rank, none above the one before, as of `medianCurve`
 * @returns how many ranks belong to the high part, at least 1 and less than all; undefined for a curve that is flat or straight
 * @throws RangeError when a value is not finite or above the one before
 */
export function kneeOfCurve(falling: ArrayLike<number>): number | undefined {
  checkFalling(falling);
  const last = falling.length - 1;
  // Indices are 0…last; with last < 1 there is no height.
  const [top, bottom] = [falling[0]!, falling[last]!];
  if (!(top > bottom)) return undefined;
  let farthest: { distance: number; high: number } | undefined;
  for (let rank = 1; rank < last; rank++) {
    const offset = (falling[rank]! - bottom) / (top - bottom) - (1 - rank / last);
    const distance = Math.abs(offset);
    if (isAbove(distance, farthest?.distance ?? 0)) {
      farthest = { distance, high: offset > 0 ? rank + 1 : rank };
    }
  }
  return farthest?.high;
}

function checkFalling(curve: ArrayLike<number>): void {
  checkList("falling", curve);
  Array.from(curve).forEach((value, rank, values) => {
    checkNumber(`falling[${rank}]`, value, finite);
    const before = values[rank - 1] ?? value;
    if (value > before) {
      throw new RangeError(`falling[${rank}] is ${value}, above ${before} before it`);
    }
  });
}
