/**
 * @param values the labels, row-major
 * @throws RangeError naming the first label outside [0, 1] (or NaN) and its place
 */
export function checkLabelRange(loss: string, values: ArrayLike<number>, classes: number): void {
  for (let i = 0; i < values.length; i++) {
    // i is below the length
    const value = values[i]!;
    if (!(value >= 0 && value <= 1))
      throw new RangeError(
        `${loss}: yTrue must hold labels in [0, 1]; received ${value} at example ${Math.floor(i / classes)}, class ${i % classes}`,
      );
  }
}
