import { checkList } from "../checks/checkList.js";
import { show } from "../checks/show.js";

/**
 * Checks the estimated numbers of labels that go with scores.
 * @throws RangeError when there is not one per example, or naming the row of the first that is no finite number
 */
export function checkCounts(counts: ArrayLike<number>, rows: number): void {
  checkList("counts", counts);
  if (counts.length !== rows) {
    throw new RangeError(
      `counts has ${counts.length} entries but scores has ${rows} rows; expected one per example`,
    );
  }
  for (let row = 0; row < rows; row++) {
    if (!Number.isFinite(counts[row])) {
      throw new RangeError(
        `counts is ${show(counts[row])} at row ${row}; expected a finite number`,
      );
    }
  }
}
