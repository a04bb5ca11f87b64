import type { LabelMatrix, ScoreMatrix } from "@sigf1/metrics";
import { checkFeatures } from "./checkFeatures.js";

/**
 * Checks that features and labels can be learnt from.
 * @throws RangeError when there is no example or no class, the numbers of rows differ, a feature is not finite or a
 *   label is not 0 or 1
 */
export function checkTraining(features: ScoreMatrix, { rows, cols, data }: LabelMatrix): void {
  checkFeatures(features);
  if (features.rows !== rows) {
    throw new RangeError(
      `features has ${features.rows} rows and labels has ${rows}; expected one of each per example`,
    );
  }
  if (rows === 0) {
    throw new RangeError("no training example; a classifier learns from at least one");
  }
  if (cols === 0 || data.length !== rows * cols) {
    throw new RangeError(
      `labels has ${data.length} entries and the shape ${rows} × ${cols}; expected rows × cols entries, cols ≥ 1`,
    );
  }
  const at = data.findIndex((label) => label > 1);
  if (at >= 0) {
    throw new RangeError(
      `labels is ${data[at]} at row ${Math.floor(at / cols)}, column ${at % cols}; expected 0 or 1`,
    );
  }
}
