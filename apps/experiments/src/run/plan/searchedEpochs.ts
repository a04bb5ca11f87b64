import type { LossPlan } from "../../config/LossPlan.js";

/** Epochs that a run trains at most, those of the trials of its search among them. */
export function searchedEpochs({ training: { epochs }, search }: LossPlan): number {
  if (search === undefined) return epochs;
  if (search.use === "random") return search.budget * epochs;
  const { budget, reduction, minEpochs } = search;
  let [sum, reached, trials, rung] = [0, 0, budget, minEpochs];
  while (reached < epochs) {
    const next = trials === 1 ? epochs : Math.min(epochs, Math.round(rung));
    sum += trials * (next - reached);
    reached = next;
    trials = Math.max(1, Math.floor(trials / reduction));
    rung *= reduction;
  }
  return sum;
}
