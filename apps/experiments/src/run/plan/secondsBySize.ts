import type { LossPlan } from "../../config/LossPlan.js";
import { searchedWork } from "./searchedWork.js";

/** What a run's time depends on besides its settings. */
export interface RunSize {
  /** Of the training part. */
  readonly examples: number;
  /** Features of an example. */
  readonly width: number;
  readonly classes: number;
}

/**
 * Seconds of what a run does once, of the beginning of a training, of a step, and of one weight for one example in an
 * epoch. They are about twice what least squares give for the runs of quickstart, emotions, yeast and
 * cancer-hallmarks, compiled, on a busy machine with two cores; the estimate was then 2.1 to 3.5 times what these
 * experiments took.
 */
export const RATES = { run: 0.07, fit: 0.03, step: 0.0005, weight: 1e-9 };

/**
 * Seconds of a run by its size, when no epoch is saved by early stopping: less where it is; more on a slower machine, on the
 * engine without compilation, with a loss that samples, a count head, or a search of larger heads. Nothing is said of a
 * convolutional head.
 */
export function secondsBySize(
  plan: LossPlan,
  { examples, width, classes }: RunSize,
): number | undefined {
  const { use = "mlp", embedding, hidden } = plan.head;
  if (use !== "mlp") return undefined;
  const sizes = [width, ...(embedding === undefined ? [] : [embedding]), ...hidden, classes];
  const weights = sizes.slice(1).reduce((sum, size, i) => sum + size * (sizes[i] ?? 0), 0);
  const steps = Math.ceil(examples / plan.training.batchSize);
  const epoch = steps * RATES.step + examples * weights * RATES.weight;
  const work = searchedWork(plan);
  return RATES.run + work.fits * RATES.fit + work.epochs * epoch;
}
