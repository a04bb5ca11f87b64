import type { Example } from "./Dataset.js";
import { DatasetError } from "./DatasetError.js";
import type { LabelMatrix } from "./LabelMatrix.js";

/**
 * Label names to a matrix [examples, vocabulary] of 0 and 1, rows in the order of the examples and columns in
 * the order of the vocabulary.
 *
 * @throws DatasetError when an example has a label that is not in the vocabulary.
 */
export function binarizeLabels(
  examples: readonly Pick<Example<unknown>, "id" | "labels">[],
  vocabulary: readonly string[],
): LabelMatrix {
  const columns = new Map(vocabulary.map((label, column) => [label, column]));
  const cols = vocabulary.length;
  const data = new Uint8Array(examples.length * cols);
  examples.forEach(({ id, labels }, row) => {
    for (const label of labels) {
      const column = columns.get(label);
      if (column === undefined) {
        throw new DatasetError(
          `example "${id}" has the label "${label}", which is not among the ${cols} of the vocabulary`,
        );
      }
      data[row * cols + column] = 1;
    }
  });
  return { rows: examples.length, cols, data };
}
