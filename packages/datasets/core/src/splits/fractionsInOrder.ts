import { DatasetError } from "../DatasetError.js";
import { partNames } from "./partNames.js";
import type { SplitFractions } from "./SplitFractions.js";

/** The fractions in the order of `partNames`, checked. */
export function fractionsInOrder(fractions: SplitFractions): number[] {
  const shares = partNames.map((name) => fractions[name]);
  const sum = shares.reduce((total, share) => total + share, 0);
  if (shares.some((share) => !(share > 0)) || !(Math.abs(sum - 1) < 1e-9)) {
    throw new DatasetError(
      `the split fractions ${shares.join(" / ")} must each be above 0 and together be 1`,
    );
  }
  return shares;
}
