import type { LossPlan } from "../../config/LossPlan.js";

/** What a run trains at most. */
export interface SearchedWork {
  /** Of all trials. */
  readonly epochs: number;
  /** How often a training is begun or goes on. */
  readonly fits: number;
}

/** The work of a run with all trials of its search, where none of them stops early. */
export function searchedWork({ training: { epochs }, search }: LossPlan): SearchedWork {
  if (search === undefined) return { epochs, fits: 1 };
  if (search.use === "random") return { epochs: search.budget * epochs, fits: search.budget };
  const { budget, reduction, minEpochs } = search;
  let work: SearchedWork = { epochs: 0, fits: 0 };
  let [reached, trials, rung] = [0, budget, minEpochs];
  while (reached < epochs) {
    const next = trials === 1 ? epochs : Math.min(epochs, Math.round(rung));
    work = { epochs: work.epochs + trials * (next - reached), fits: work.fits + trials };
    reached = next;
    trials = Math.max(1, Math.floor(trials / reduction));
    rung *= reduction;
  }
  return work;
}
