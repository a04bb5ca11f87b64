import { DivergenceError } from "@sigf1/training";
import type { LossPlan } from "../../config/LossPlan.js";
import { sampleTrials } from "../../config/search/sampleTrials.js";
import type { SearchRecord } from "../../results/Results.js";
import { type FitOptions, fitHead } from "../fitHead.js";
import type { RunContext } from "../RunContext.js";
import type { RunCheckpoint } from "../RunJournal.js";
import { randomSearch } from "./randomSearch.js";
import { successiveHalving } from "./successiveHalving.js";
import type { Trial } from "./Trial.js";

/** What a search of settings came to. */
export interface SearchedSettings {
  /** The loss with the settings that are best on the validation part. */
  readonly plan: LossPlan;
  /** Its training, which is at its end. */
  readonly checkpoint: RunCheckpoint | undefined;
  readonly record: SearchRecord;
  /** Seconds of all trials. */
  readonly seconds: number;
}

/**
 * Looks for a loss's settings on the validation part of one seed; the test part is not looked at.
 * @throws Error where the training of every trial failed
 */
export async function searchSettings(
  { plan, ...options }: Omit<FitOptions, "trial" | "stopAfter" | "resume">,
  search: NonNullable<LossPlan["search"]>,
  context: RunContext,
): Promise<SearchedSettings> {
  const sampled = sampleTrials(plan, options.seed);
  let seconds = 0;
  const trial: Trial<RunCheckpoint> = async (index, epochs, resume) => {
    const journal = options.journal?.trial(`${index}-${epochs}`);
    const trialPlan = sampled[index]!.plan; // the search asks for those that there are
    const before = resume?.seconds ?? 0;
    try {
      const fitted = await fitHead(
        { ...options, plan: trialPlan, journal, trial: index, stopAfter: epochs, resume },
        context,
      );
      fitted.dispose();
      seconds += fitted.seconds - before;
      const { checkpoint: state, history } = fitted;
      const figure = Math.max(...history.map(({ validation }) => validation));
      return { figure, ...(state && { state }) };
    } catch (error) {
      if (!(error instanceof DivergenceError)) throw error;
      return { figure: Number.NaN };
    }
  };
  const trials = sampled.length;
  const { epochs } = plan.training;
  const outcome =
    search.use === "random"
      ? await randomSearch({ trials, epochs }, trial)
      : await successiveHalving({ ...search, trials, epochs }, trial);
  return {
    plan: sampled[outcome.best]!.plan, // one of them
    checkpoint: outcome.state,
    record: {
      trials: outcome.trials.map(({ epochs: given, figure }, i) => ({
        settings: sampled[i]!.values, // one outcome each
        epochs: given,
        figure: Number.isNaN(figure) ? null : figure,
      })),
      chosen: outcome.best,
    },
    seconds,
  };
}
