import { DatasetError, type OpenDataset } from "@sigf1/datasets";

/**
 * An error of reading a dataset: that it has no examples is told together with what it left out, for which it is read
 * once more.
 */
export async function withLeftOut(error: unknown, dataset: OpenDataset): Promise<unknown> {
  const empty = error instanceof DatasetError && error.message.endsWith(" has no examples");
  if (!empty) return error;
  for await (const _none of dataset.examples());
  const reasons = dataset
    .skipped()
    .map(({ reason, count, first }) => `${count}: ${reason} (first: ${first})`);
  if (reasons.length === 0) return error;
  return new DatasetError(`${error.message}; left out were ${reasons.join("; ")}`);
}
