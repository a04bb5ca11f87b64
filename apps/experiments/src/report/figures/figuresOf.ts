import type { RunRecord } from "../../results/Results.js";
import type { ScoreFigures } from "../../results/ScoreFigures.js";
import type { Summary } from "../statistics/Summary.js";

/** What the runs of each loss recorded for figures, a seed each; losses without are left out. */
export function figuresOf(
  runs: readonly RunRecord[],
  { losses }: Pick<Summary, "losses">,
): readonly { readonly loss: string; readonly figures: readonly ScoreFigures[] }[] {
  return losses
    .map((loss) => ({
      loss,
      figures: runs.filter((run) => run.loss === loss).flatMap(({ figures }) => figures ?? []),
    }))
    .filter(({ figures }) => figures.length > 0);
}
