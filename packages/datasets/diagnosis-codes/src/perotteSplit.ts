import { type DatasetContext, DatasetError, type SplitIds } from "@sigf1/datasets";
import { readSummaries } from "./readSummaries.js";

/** How many summaries Perotte et al. took, in the file's order. */
const sizes = { train: 19_392, validation: 1141, test: 2282 } as const;

/**
 * The split of Perotte et al. (2014) in the file's order: the last tenth of the 22,815 summaries, 2,282, is the test
 * part. Their training part of 20,533 ends with the 1,141 that Vu et al. (2020) set aside for validation.
 *
 * @throws DatasetError when the file has another number of summaries.
 */
export async function perotteSplit(
  path: string,
  skip: DatasetContext<unknown>["skip"],
): Promise<SplitIds> {
  const ids: string[] = [];
  for await (const { id } of readSummaries(path, "skip", skip)) ids.push(id);
  const { train, validation, test } = sizes;
  const expected = train + validation + test;
  if (ids.length !== expected) {
    throw new DatasetError(
      `the split "perotte" is of ${expected} summaries, but the file has ${ids.length}; use a random split`,
      { file: path },
    );
  }
  return {
    train: ids.slice(0, train),
    validation: ids.slice(train, train + validation),
    test: ids.slice(train + validation),
  };
}
