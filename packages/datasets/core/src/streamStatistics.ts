import type { Example } from "./Dataset.js";
import { DatasetError } from "./DatasetError.js";
import type { LabelStatistics } from "./labelStatistics.js";

export interface StreamStatistics extends LabelStatistics {
  /** The labels that `counts` counts, in its order. */
  readonly labels: readonly string[];
}

/**
 * Counts the labels of a stream of examples, as `labelStatistics` does those of a matrix. One pass,
 * O(classes) memory.
 *
 * @param vocabulary the labels that may occur, in the order of `counts`; absent: those that occur, sorted.
 * @throws DatasetError when an example has a label that is not in the vocabulary.
 */
export async function streamStatistics(
  stream: AsyncIterable<Pick<Example<unknown>, "id" | "labels">>,
  vocabulary?: readonly string[],
): Promise<StreamStatistics> {
  const countOf = new Map(vocabulary?.map((label) => [label, 0]));
  const labelsPerExample: number[] = [];
  let examples = 0;
  let total = 0;
  for await (const { id, labels } of stream) {
    const distinct = new Set(labels);
    for (const label of distinct) {
      const count = countOf.get(label);
      if (vocabulary && count === undefined) {
        throw new DatasetError(
          `example "${id}" has the label "${label}", which is not among the ${vocabulary.length} of the vocabulary`,
        );
      }
      countOf.set(label, (count ?? 0) + 1);
    }
    while (labelsPerExample.length <= distinct.size) labelsPerExample.push(0);
    labelsPerExample[distinct.size] = (labelsPerExample[distinct.size] ?? 0) + 1;
    examples++;
    total += distinct.size;
  }
  const labels = vocabulary ?? [...countOf.keys()].sort();
  const cardinality = examples === 0 ? 0 : total / examples;
  return {
    examples,
    classes: labels.length,
    cardinality,
    density: labels.length === 0 ? 0 : cardinality / labels.length,
    counts: labels.map((label) => countOf.get(label) ?? 0),
    labelsPerExample,
    labels,
  };
}
