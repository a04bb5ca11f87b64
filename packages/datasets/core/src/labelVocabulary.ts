import type { Example } from "./Dataset.js";
import { DatasetError } from "./DatasetError.js";

export interface LabelVocabularyOptions {
  /** Labels of fewer examples are left out. Default: 1. */
  readonly minCount?: number;
}

/**
 * The labels that at least `minCount` examples have, sorted by their UTF-16 code units.
 *
 * @throws DatasetError when `minCount` is no whole number from 0.
 */
export function labelVocabulary(
  examples: Iterable<Pick<Example<unknown>, "labels">>,
  { minCount = 1 }: LabelVocabularyOptions = {},
): string[] {
  if (!(Number.isInteger(minCount) && minCount >= 0)) {
    throw new DatasetError(`minCount is ${minCount}; expected a whole number from 0`);
  }
  const counts = new Map<string, number>();
  for (const { labels } of examples) {
    for (const label of new Set(labels)) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts.keys()].filter((label) => (counts.get(label) ?? 0) >= minCount).sort();
}
