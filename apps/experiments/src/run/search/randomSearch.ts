import { successiveHalving } from "./successiveHalving.js";
import type { SearchOutcome, Trial } from "./Trial.js";

/**
 * Trains every trial to the end and chooses the best; of equal figures the earlier trial.
 * @throws Error where every trial failed
 * @see Bergstra, Bengio: Random Search for Hyper-Parameter Optimization (JMLR 2012)
 */
export function randomSearch<State>(
  { trials, epochs }: { readonly trials: number; readonly epochs: number },
  trial: Trial<State>,
): Promise<SearchOutcome<State>> {
  return successiveHalving({ trials, epochs, minEpochs: epochs, reduction: 2 }, trial);
}
