import type { ScoreMatrix } from "@sigf1/metrics";

/**
 * Checks the shape of features and that each is finite.
 * @param expected number of features that the classifier learnt from
 * @throws RangeError with both numbers, or with row and column of the first feature that is not finite
 */
export function checkFeatures({ rows, cols, data }: ScoreMatrix, expected = cols): void {
  if (data.length !== rows * cols) {
    throw new RangeError(
      `features has ${data.length} entries; its shape ${rows} × ${cols} needs ${rows * cols}`,
    );
  }
  if (cols !== expected) {
    throw new RangeError(`features has ${cols} columns; the classifier learnt from ${expected}`);
  }
  const at = data.findIndex((value) => !Number.isFinite(value));
  if (at >= 0) {
    throw new RangeError(
      `features is ${data[at]} at row ${Math.floor(at / cols)}, column ${at % cols}; expected a finite number`,
    );
  }
}
