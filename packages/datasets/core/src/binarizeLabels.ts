import type { Example } from "./Dataset.js";
import { DatasetError } from "./DatasetError.js";
import type { LabelMatrix } from "./LabelMatrix.js";

export interface BinarizeOptions {
  /** What becomes of a label outside the vocabulary: an error, or left out and counted. Default: "error". */
  readonly unknown?: "error" | "ignore";
}

export interface BinarizedLabels extends LabelMatrix {
  /** How many labels were left out because they are outside the vocabulary; 0 under `unknown: "error"`. */
  readonly ignored: number;
}

/**
 * Label names to a matrix [examples, vocabulary] of 0 and 1, rows in the order of the examples and columns in
 * the order of the vocabulary.
 *
 * @throws DatasetError when `unknown` is neither of its values, the vocabulary has a label twice, or an example has a
 * label that is not in it, unless these are ignored.
 */
export function binarizeLabels(
  examples: readonly Pick<Example<unknown>, "id" | "labels">[],
  vocabulary: readonly string[],
  { unknown = "error" }: BinarizeOptions = {},
): BinarizedLabels {
  if (unknown !== "error" && unknown !== "ignore") {
    throw new DatasetError(`unknown is "${unknown}"; expected "error" or "ignore"`);
  }
  const columns = new Map(vocabulary.map((label, column) => [label, column]));
  const cols = vocabulary.length;
  if (columns.size < cols) throw new DatasetError("the vocabulary has a label twice");
  const data = new Uint8Array(examples.length * cols);
  let ignored = 0;
  examples.forEach(({ id, labels }, row) => {
    for (const label of labels) {
      const column = columns.get(label);
      if (column !== undefined) {
        data[row * cols + column] = 1;
      } else if (unknown === "ignore") {
        ignored++;
      } else {
        throw new DatasetError(
          `example "${id}" has the label "${label}", which is not among the ${cols} of the vocabulary`,
        );
      }
    }
  });
  return { rows: examples.length, cols, data, ignored };
}
