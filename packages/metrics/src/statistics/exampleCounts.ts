import { checkSameShape } from "../checks/checkSameShape.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import { labelMatrix } from "../inputs/labelMatrix.js";
import type { LabelMatrix } from "../Matrix.js";

/**
 * The confusion counts of each example for `bootstrapSums`, [examples × 3·classes], each 0 or 1: column j is the true
 * positives of class j, column classes + j its false positives, column 2·classes + j its false negatives. Their totals are
 * the counts of which F1, precision, recall and Jaccard are made.
 * @param yTrue true labels [examples × classes]
 * @param yPred predicted labels, same shape
 * @throws RangeError when the shapes differ or an entry is not 0 or 1
 */
export function exampleCounts(yTrue: LabelInput, yPred: LabelInput): LabelMatrix {
  const truth = labelMatrix("yTrue", yTrue);
  const decided = labelMatrix("yPred", yPred);
  checkSameShape(truth, "yTrue", decided, "yPred");
  const { rows, cols } = truth;
  const data = new Uint8Array(rows * cols * 3);
  for (let i = 0, k = 0; i < rows; i++) {
    for (let j = 0, to = i * cols * 3; j < cols; j++, k++, to++) {
      // k < rows · cols, the length of both.
      const t = truth.data[k]!;
      const p = decided.data[k]!;
      data[to] = t & p;
      data[to + cols] = p & ~t;
      data[to + 2 * cols] = t & ~p;
    }
  }
  return { rows, cols: cols * 3, data };
}
