import type { Results } from "../../results/Results.js";
import { meanOf } from "../statistics/meanOf.js";
import type { Summary } from "../statistics/Summary.js";

/** Panels of more losses would make a page of several megabytes that nobody reads. */
const MOST = 36;

/** The losses that figures with a panel for each show: all, or as many as can be seen, the best by validation. */
export function drawnLosses(
  { rows }: Results,
  { losses }: Pick<Summary, "losses">,
  most = MOST,
): readonly string[] {
  if (losses.length <= most) return losses;
  const standing = new Map(
    losses.map((loss) => [
      loss,
      meanOf(rows.filter((row) => row.loss === loss).map((row) => row.validation.exampleF1)),
    ]),
  );
  const ranked = losses.toSorted((a, b) => (standing.get(b) ?? 0) - (standing.get(a) ?? 0));
  const kept = new Set(ranked.slice(0, most));
  return losses.filter((loss) => kept.has(loss));
}
