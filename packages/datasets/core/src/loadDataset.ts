import { checkedExamples } from "./checkedExamples.js";
import type { Dataset, Example } from "./Dataset.js";
import type { LoadedDataset } from "./LoadedDataset.js";
import type { LoadSettings } from "./LoadSettings.js";
import { openDataset } from "./openDataset.js";
import { officialSplit } from "./splits/officialSplit.js";

/**
 * Reads a dataset into memory: finds and verifies the files it asks for, reads and checks its examples.
 * Examples and vocabulary come in the same order each time.
 *
 * @throws ZodError when an option is unknown or has the wrong type; issue paths are the options' keys.
 * @throws DatasetError when the split is unknown, a file is missing or wrong, or the examples break the
 * contract (see `checkedExamples`).
 */
export async function loadDataset<Input, Options>(
  dataset: Dataset<Input, Options>,
  settings: LoadSettings<Options> = {},
): Promise<LoadedDataset<Input, Options>> {
  const open = openDataset(dataset, settings);
  const { id, options } = open;
  const vocabulary = await open.vocabulary();
  const examples: Example<Input>[] = [];
  for await (const example of checkedExamples(open, vocabulary)) {
    examples.push(example);
  }
  const split = await open.splitIds();
  return {
    id,
    examples,
    labels: vocabulary ?? [...new Set(examples.flatMap(({ labels }) => labels))].sort(),
    skipped: open.skipped(),
    fingerprint: await open.fingerprint(),
    options,
    ...(split && { split: officialSplit(split, examples) }),
  };
}
