/**
 * 1/p of each class.
 * @throws RangeError when there is not one per class or one is outside (0, 1]
 */
export function inversePropensities(
  propensities: ArrayLike<number>,
  classes: number,
): Float64Array {
  if (propensities.length !== classes) {
    throw new RangeError(
      `there are ${propensities.length} propensities for ${classes} classes; expected one per class`,
    );
  }
  return Float64Array.from(propensities, (p, j) => {
    if (!(p > 0 && p <= 1)) {
      throw new RangeError(`propensities is ${p} at column ${j}; expected a number in (0, 1]`);
    }
    return 1 / p;
  });
}
