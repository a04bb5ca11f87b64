import type { Example } from "../Dataset.js";

/**
 * Takes the labels that fewer than `minCount` examples hold off every example. Two passes over the stream, so that
 * only the counts are in memory; both must give the same examples. An example that loses all its labels stays.
 */
export async function* rareLabelFilter<Input>(
  stream: () => AsyncIterable<Example<Input>>,
  minCount: number,
): AsyncGenerator<Example<Input>, void, undefined> {
  if (minCount <= 1) {
    yield* stream();
    return;
  }
  const counts = new Map<string, number>();
  for await (const { labels } of stream()) {
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  for await (const example of stream()) {
    const labels = example.labels.filter((label) => (counts.get(label) ?? 0) >= minCount);
    yield labels.length === example.labels.length ? example : { ...example, labels };
  }
}
