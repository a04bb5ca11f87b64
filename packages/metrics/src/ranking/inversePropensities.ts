import { checkList } from "../checks/checkList.js";
import { show } from "../checks/show.js";

/**
 * 1/p of each class.
 * @throws RangeError when there is not one per class or one is outside (0, 1]
 */
export function inversePropensities(
  propensities: ArrayLike<number>,
  classes: number,
): Float64Array {
  checkList("propensities", propensities);
  if (propensities.length !== classes) {
    throw new RangeError(
      `there are ${propensities.length} propensities for ${classes} classes; expected one per class`,
    );
  }
  return Float64Array.from(propensities, (p, j) => {
    if (typeof p !== "number" || !(p > 0 && p <= 1)) {
      throw new RangeError(
        `propensities is ${show(p)} at column ${j}; expected a number in (0, 1]`,
      );
    }
    return 1 / p;
  });
}
