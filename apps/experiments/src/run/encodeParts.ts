import { join } from "node:path";
import { cacheFolder, type SplitIndices } from "@sigf1/datasets";
import { encodeToStore } from "@sigf1/features";
import type { LabelMatrix } from "@sigf1/metrics";
import type { Features, RowSource } from "@sigf1/training";
import type { Experiment } from "../config/resolveExperiment.js";
import type { Examples } from "./loadExamples.js";
import type { RunObserver } from "./RunEvent.js";
import { selectRows } from "./selectRows.js";
import { takeRows } from "./takeRows.js";

/** Features and labels of one part of a split. */
export interface EncodedPart<F extends Features = Features> {
  readonly features: F;
  readonly labels: LabelMatrix;
}

/** The three parts of a split, encoded. */
export interface EncodedParts {
  readonly train: EncodedPart;
  readonly validation: EncodedPart;
  readonly test: EncodedPart;
}

/** Parts whose features may be read from files that are open. */
export interface OpenParts extends EncodedParts {
  /** Closes the files. */
  close(): Promise<void>;
}

/** Bytes of a dataset's features above which they stay on disk, and training reads a batch at a time. */
const MOST_IN_MEMORY = 2 ** 30;

/**
 * Encodes the parts of a split; an encoder that learns learns from the training part alone. Features of more than
 * `mostInMemory` bytes, 1 GiB by default, stay on disk, but where examples are to be made outliers.
 * @throws the signal's reason where it stops the work, between two batches
 */
export async function encodeParts(
  { createEncoder, losses }: Experiment,
  { dataset, labels }: Examples,
  { train, validation, test }: SplitIndices,
  observer: RunObserver,
  signal?: AbortSignal,
  mostInMemory = MOST_IN_MEMORY,
): Promise<OpenParts> {
  const encoder = await createEncoder();
  const onWarning = (text: string) => observer({ event: "warning", text });
  const part = (indices: readonly number[]) => {
    const examples = indices.map((index) => dataset.examples[index]!); // a split holds valid indices
    return {
      ids: examples.map(({ id }) => id),
      inputs: examples.map(({ input }) => input as never),
      labels: takeRows(labels, indices),
    };
  };
  try {
    const store = await encodeToStore({
      folder: join(cacheFolder(), "features"),
      dataset: `${dataset.id}-${dataset.fingerprint}`,
      encoder,
      part: part(dataset.examples.map((_, index) => index)),
      fitOn: part(train),
      onProgress: (done, rows) => {
        signal?.throwIfAborted();
        observer({ event: "progress", done, total: rows, unit: "examples" });
      },
      onWait: () =>
        onWarning(
          "waiting for the lock of another process that encodes the same features; that of one that was killed is free " +
            "after 10 s",
        ),
      onCorrupt: onWarning,
    });
    // Noise goes by the features' deviations, so that outliers need all of them.
    const inMemory =
      store.rows * store.cols * 4 <= mostInMemory ||
      losses.some(({ corruption }) => corruption.outliers > 0);
    const take = async (indices: readonly number[]): Promise<EncodedPart> => {
      const features = selectRows(store, indices);
      return {
        features: inMemory ? await readFeatures(features) : features,
        labels: takeRows(labels, indices),
      };
    };
    try {
      return {
        train: await take(train),
        validation: await take(validation),
        test: await take(test),
        close: () => store.close(),
      };
    } finally {
      // Where all is read, or reading failed; features that stay on disk open their files when they are read.
      await store.close();
    }
  } finally {
    encoder.dispose();
  }
}

async function readFeatures(source: RowSource): Promise<Features> {
  const { rows, cols } = source;
  const data = new Float32Array(rows * cols);
  await source.gather(
    Uint32Array.from({ length: rows }, (_, row) => row),
    data,
  );
  return { rows, cols, data };
}
