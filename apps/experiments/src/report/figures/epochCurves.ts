import type { EpochRecord, RunRecord } from "../../results/Results.js";
import type { Band } from "./Band.js";
import { bandOver } from "./bandOver.js";

/** One figure of the history of a loss's runs, over seeds: epoch → mean, lowest, highest. */
export function epochCurves(
  runs: readonly RunRecord[],
  loss: string,
  figure: Exclude<keyof EpochRecord, "epoch">,
): readonly Band[] {
  return bandOver(
    runs
      .filter((run) => run.loss === loss && run.history.length > 0)
      .map(({ history }) => history.map((epoch) => ({ x: epoch.epoch, y: epoch[figure] }))),
  );
}
