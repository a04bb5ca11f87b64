import type { Experiment } from "../../config/Experiment.js";
import type { LossPlan } from "../../config/LossPlan.js";
import { trivialBaselines } from "../../report/statistics/trivialBaselines.js";
import type { RunIdentity } from "../RunIdentity.js";
import { countRuns } from "./countRuns.js";
import type { EstimateBasis, PlannedRow } from "./PlannedStudy.js";
import type { RunState } from "./RunStates.js";
import { RATES, type RunSize, secondsBySize } from "./secondsBySize.js";

/** A run of the plan. */
export interface PlannedTask {
  readonly identity: RunIdentity;
  readonly state: RunState;
}

/** Finished runs of a loss that are read for the seconds that they took. */
const READ = 3;

/**
 * The runs of a cell by loss, with the seconds of each: the mean of finished ones, first of the same loss, else of its
 * other variants, else of other losses; an estimate by size where none is finished. Of a baseline that learns only finished runs
 * tell.
 * @param secondsOf what a run took that is done
 * @param size absent where the features are not known yet
 */
export async function estimateRows(
  { losses }: Experiment,
  tasks: readonly PlannedTask[],
  secondsOf: (run: RunIdentity) => Promise<number>,
  size: RunSize | undefined,
): Promise<readonly PlannedRow[]> {
  const plans = new Map(losses.map((plan) => [plan.name, plan]));
  const byLoss = new Map<string, PlannedTask[]>();
  for (const task of tasks) {
    const { loss } = task.identity;
    const own = byLoss.get(loss);
    if (own === undefined) byLoss.set(loss, [task]);
    else own.push(task);
  }
  const measured = new Map<string, readonly number[]>();
  for (const [loss, own] of byLoss) {
    const done = own.filter(({ state }) => state === "done").slice(0, READ);
    if (done.length === 0) continue;
    measured.set(loss, await Promise.all(done.map(({ identity }) => secondsOf(identity))));
  }
  const pooled = (accepts: (plan: LossPlan) => boolean) =>
    losses.filter(accepts).flatMap(({ name }) => measured.get(name) ?? []);
  const ofAll = pooled(() => true);
  const ofBase = new Map<string | undefined, readonly number[]>();
  for (const { base } of losses) {
    if (base !== undefined && !ofBase.has(base)) {
      ofBase.set(
        base,
        pooled((plan) => plan.base === base),
      );
    }
  }
  return [...byLoss].map(([loss, own]) => {
    const counts = countRuns(own.map(({ state }) => state));
    const plan = plans.get(loss);
    const estimate =
      mean("this loss", measured.get(loss)) ??
      (plan &&
        (mean("its variants", ofBase.get(plan.base)) ??
          mean("other losses", ofAll) ??
          bySize(size && secondsBySize(plan, size)))) ??
      (trivialBaselines.includes(loss) ? bySize(RATES.run) : undefined);
    return { loss, ...counts, ...estimate };
  });
}

type Estimate = Required<Pick<PlannedRow, "seconds" | "basis">>;

function mean(
  from: Exclude<EstimateBasis["from"], "size">,
  seconds: readonly number[] = [],
): Estimate | undefined {
  if (seconds.length === 0) return undefined;
  const sum = seconds.reduce((total, one) => total + one, 0);
  return { seconds: sum / seconds.length, basis: { from, runs: seconds.length } };
}

function bySize(seconds: number | undefined): Estimate | undefined {
  return seconds === undefined ? undefined : { seconds, basis: { from: "size" } };
}
