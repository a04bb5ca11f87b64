import type { DatasetContext, Example } from "../Dataset.js";
import { DatasetError } from "../DatasetError.js";

/**
 * Takes the labels that fewer than `minCount` examples hold off every example. Two passes over the stream, so that
 * only the counts are in memory; both must give the same examples, and what is left out counts in the first alone. An
 * example that loses all its labels stays.
 *
 * @param read streams the dataset's examples
 * @throws DatasetError when `minCount` is no whole number from 0.
 */
export async function* rareLabelFilter<Input, Options>(
  context: DatasetContext<Options>,
  minCount: number,
  read: (context: DatasetContext<Options>) => AsyncIterable<Example<Input>>,
): AsyncGenerator<Example<Input>, void, undefined> {
  if (!(Number.isInteger(minCount) && minCount >= 0)) {
    throw new DatasetError(`minCount is ${minCount}; expected a whole number from 0`);
  }
  if (minCount <= 1) {
    yield* read(context);
    return;
  }
  const counts = new Map<string, number>();
  for await (const { labels } of read(context)) {
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  for await (const example of read({ ...context, skip: () => {} })) {
    const labels = example.labels.filter((label) => (counts.get(label) ?? 0) >= minCount);
    yield labels.length === example.labels.length ? example : { ...example, labels };
  }
}
