import { ranked } from "./ranked.js";
import type { SearchedTrial, SearchOutcome, Trial } from "./Trial.js";

export interface HalvingOptions {
  /** Trials of the first rung, at least 1. */
  readonly trials: number;
  /** Epochs of the last rung. */
  readonly epochs: number;
  /** Epochs of the first rung. */
  readonly minEpochs: number;
  /** Above 1: the best 1/reduction of a rung, rounded down and at least one, go on to `reduction` times the epochs. */
  readonly reduction: number;
}

/**
 * Trains every trial for few epochs, and goes on with the best of them for ever more; the best of the last rung, which
 * has all the epochs, is chosen. Of equal figures the earlier trial is the better one.
 * @throws Error where every trial of a rung failed
 * @see Jamieson, Talwalkar: Non-stochastic Best Arm Identification and Hyperparameter Optimization (AISTATS 2016)
 */
export async function successiveHalving<State>(
  { trials: count, epochs: most, minEpochs, reduction }: HalvingOptions,
  trial: Trial<State>,
): Promise<SearchOutcome<State>> {
  const trials: SearchedTrial[] = [];
  const states = new Map<number, State>();
  const figure = (index: number) => trials[index]?.figure ?? Number.NaN;
  let rung: readonly number[] = Array.from({ length: count }, (_, index) => index);
  for (let budget = minEpochs; ; budget *= reduction) {
    // A trial that is left alone has nobody to be compared with before the end.
    const epochs = rung.length === 1 ? most : Math.min(most, Math.round(budget));
    const share = epochs === most ? 1 : Math.max(1, Math.floor(rung.length / reduction));
    let kept: readonly number[] = [];
    for (const index of rung) {
      const outcome = await trial(index, epochs, states.get(index));
      trials[index] = { epochs, figure: outcome.figure };
      if (outcome.state !== undefined) states.set(index, outcome.state);
      const rivals = [...kept, index];
      kept = ranked(rivals, figure).slice(0, share);
      for (const left of rivals) if (!kept.includes(left)) states.delete(left);
    }
    const [best] = kept;
    if (best === undefined) throw new Error("the training of every trial failed");
    const state = states.get(best);
    if (epochs === most) return { best, trials, ...(state !== undefined && { state }) };
    rung = kept;
  }
}
