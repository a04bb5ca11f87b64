import type { EpochRecord, RunRecord } from "../../results/Results.js";
import type { Band } from "./Band.js";
import { bandOver } from "./bandOver.js";

/**
 * One figure of the history of a loss's runs, over seeds: epoch → mean, lowest, highest.
 * @param figure of an epoch; one that is undefined is left out
 */
export function epochCurves(
  runs: readonly RunRecord[],
  loss: string,
  figure: (epoch: EpochRecord) => number | undefined,
): readonly Band[] {
  return bandOver(
    runs
      .filter((run) => run.loss === loss && run.history.length > 0)
      .map(({ history }) =>
        history.map((record) => ({ x: record.epoch, y: figure(record) ?? Number.NaN })),
      ),
  );
}
