import { join } from "node:path";
import { cacheFolder, type SplitIndices } from "@sigf1/datasets";
import { encodeCached } from "@sigf1/features";
import type { LabelMatrix, ScoreMatrix } from "@sigf1/metrics";
import type { Experiment } from "../config/resolveExperiment.js";
import type { Examples } from "./loadExamples.js";
import type { RunObserver } from "./RunObserver.js";
import { takeRows } from "./takeRows.js";

/** Features and labels of one part of a split. */
export interface EncodedPart {
  readonly features: ScoreMatrix;
  readonly labels: LabelMatrix;
}

/** The three parts of a split, encoded. */
export interface EncodedParts {
  readonly train: EncodedPart;
  readonly validation: EncodedPart;
  readonly test: EncodedPart;
}

/**
 * Encodes the parts of a split; an encoder that learns learns from the training part alone.
 * @throws the signal's reason where it stops the work, between two batches
 */
export async function encodeParts(
  { createEncoder }: Experiment,
  { dataset, labels }: Examples,
  { train, validation, test }: SplitIndices,
  observer: RunObserver,
  signal?: AbortSignal,
): Promise<EncodedParts> {
  const encoder = createEncoder();
  const part = (indices: readonly number[]) => {
    const examples = indices.map((index) => dataset.examples[index]!); // a split holds valid indices
    return {
      ids: examples.map(({ id }) => id),
      inputs: examples.map(({ input }) => input as never),
      labels: takeRows(labels, indices),
    };
  };
  try {
    const features = await encodeCached({
      folder: join(cacheFolder(), "features"),
      dataset: `${dataset.id}-${dataset.fingerprint}`,
      encoder,
      part: part(dataset.examples.map((_, index) => index)),
      fitOn: part(train),
      onProgress: (done, rows) => {
        signal?.throwIfAborted();
        observer.onProgress?.(done, rows, "examples");
      },
      ...(observer.onWarning && { onCorrupt: observer.onWarning.bind(observer) }),
    });
    const take = (indices: readonly number[]): EncodedPart => ({
      features: takeRows(features, indices),
      labels: takeRows(labels, indices),
    });
    return { train: take(train), validation: take(validation), test: take(test) };
  } finally {
    encoder.dispose();
  }
}
