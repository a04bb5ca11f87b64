import { binarizeLabels, type LoadedDataset, labelStatistics, loadDataset } from "@sigf1/datasets";
import type { LabelMatrix } from "@sigf1/metrics";
import type { Experiment } from "../config/resolveExperiment.js";
import type { Results } from "../results/Results.js";
import type { RunObserver } from "./RunEvent.js";

/** A dataset in memory with its label matrix and the figures that describe it. */
export interface Examples {
  readonly dataset: LoadedDataset<unknown, unknown>;
  readonly labels: LabelMatrix;
  readonly statistics: Results["dataset"];
}

/**
 * Loads the dataset of an experiment; `data` is the mirror folder.
 * @throws an error where the signal stops a download: what came of it is kept
 */
export async function loadExamples(
  { dataset, datasetOptions, split }: Experiment,
  data: string | undefined,
  observer: RunObserver = () => {},
  signal?: AbortSignal,
): Promise<Examples> {
  const official = Object.keys(dataset.splits ?? {}).includes(split.use);
  const loaded = await loadDataset(dataset, {
    options: datasetOptions as object,
    split: official ? split.use : undefined,
    data,
    onProgress({ received, total }) {
      signal?.throwIfAborted();
      if (total === undefined) return;
      observer({ event: "progress", done: received, total, unit: "bytes" });
    },
  });
  signal?.throwIfAborted();
  for (const { reason, count, first } of loaded.skipped) {
    const text = `${count} examples were left out: ${reason}; first: ${first}`;
    observer({ event: "warning", text });
  }
  const labels = binarizeLabels(loaded.examples, loaded.labels);
  const { examples, classes, cardinality } = labelStatistics(labels);
  return {
    dataset: loaded,
    labels,
    statistics: { id: dataset.id, examples, classes, cardinality },
  };
}
