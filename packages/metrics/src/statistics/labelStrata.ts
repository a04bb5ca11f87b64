import type { LabelInput } from "../inputs/LabelInput.js";
import { labelMatrix } from "../inputs/labelMatrix.js";

/** Least number of examples of a stratum: one of m resamples with (m − 1)/m of its variance, at least 4/5 here. */
const SMALLEST = 5;

/**
 * Strata for the bootstrap of multilabel examples: each example goes by its rarest true label (of equally rare ones the
 * first), examples without labels are a stratum, and strata of fewer than 5 examples are joined to one.
 *
 * Whole label sets would leave most examples alone in their stratum, which then never changes; the number of labels
 * would leave rare classes to chance. The rarest label gives at most classes + 2 strata, and a rare class, whose examples are
 * nearly all in its own stratum, keeps its share in every resample.
 *
 * Stratify where the examples were themselves sampled by labels, as a stratified split does. In `golden/simulate_strata.py` (400
 * examples, 12 classes of 35 % to 0.6 %, 95 % BCa intervals) strata then covered micro F1 94 % of the time, and intervals
 * without strata, 12 % wider, 97 %. For examples sampled at random strata covered it only 92 %, no strata 96 %.
 * @param yTrue true labels [examples × classes]
 * @returns the stratum of each example: a class, `classes` for no label, or `classes` + 1 for the joined ones
 * @throws RangeError when an entry is not 0 or 1
 */
export function labelStrata(yTrue: LabelInput): Uint32Array {
  const { rows, cols, data } = labelMatrix("yTrue", yTrue);
  // Every index below is within rows · cols, cols or cols + 1.
  const support = new Float64Array(cols);
  for (let i = 0, k = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++, k++) support[j]! += data[k]!;
  }
  const sizes = new Uint32Array(cols + 1);
  const strata = Uint32Array.from({ length: rows }, (_, i) => {
    let rarest = cols;
    let fewest = Number.POSITIVE_INFINITY;
    for (let j = 0; j < cols; j++) {
      if (data[i * cols + j] === 1 && support[j]! < fewest) {
        rarest = j;
        fewest = support[j]!;
      }
    }
    sizes[rarest]!++;
    return rarest;
  });
  return strata.map((stratum) => (sizes[stratum]! < SMALLEST ? cols + 1 : stratum));
}
