import { randomSplit, type SplitIndices, stratifiedSplit } from "@sigf1/datasets";
import type { Experiment } from "../config/resolveExperiment.js";
import type { Examples } from "./loadExamples.js";

/** The split of a seed: the dataset's official one where the experiment names it, else drawn anew. */
export function splitExamples(
  { split: { use, fractions } }: Experiment,
  { dataset, labels }: Examples,
  seed: number,
): SplitIndices {
  if (dataset.split !== undefined) return dataset.split;
  const [train, validation, test] = fractions;
  const shares = { train, validation, test };
  return use === "random"
    ? randomSplit(labels.rows, shares, seed)
    : stratifiedSplit(labels, shares, seed);
}
