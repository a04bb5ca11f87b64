import type { EpochRecord as TrainingEpoch } from "@sigf1/training";
import type { EpochRecord } from "../results/Results.js";

/** An epoch as results keep it. */
export function epochRecord({ epoch, loss, metric = 0, schedule }: TrainingEpoch): EpochRecord {
  return { epoch, loss, validation: metric, ...(schedule && { schedule }) };
}
