import {
  checkedExamples,
  type OpenDataset,
  officialSplit,
  type StreamStatistics,
  streamStatistics,
} from "@sigf1/datasets";

/** What came of reading a dataset from beginning to end. */
export interface Reading extends StreamStatistics {
  /** Sizes of the parts of the official split that was asked for. */
  readonly split?: { readonly train: number; readonly validation: number; readonly test: number };
}

/**
 * Reads every example once, holds it against the contract as an experiment would, and counts the labels.
 * @throws DatasetError where an experiment could not use the dataset
 */
export async function readThrough(open: OpenDataset): Promise<Reading> {
  const vocabulary = await open.vocabulary();
  const ids: { id: string }[] = [];
  const noted = async function* () {
    for await (const example of checkedExamples(open, vocabulary)) {
      ids.push({ id: example.id });
      yield example;
    }
  };
  const statistics = await streamStatistics(noted(), vocabulary);
  const splitIds = await open.splitIds();
  if (splitIds === undefined) return statistics;
  const { train, validation, test } = officialSplit(splitIds, ids);
  const split = { train: train.length, validation: validation.length, test: test.length };
  return { ...statistics, split };
}
