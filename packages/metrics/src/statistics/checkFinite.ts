/**
 * Checks that every value is a finite number.
 * @throws RangeError naming the list and the position of the first other value
 */
export function checkFinite(values: ArrayLike<number>, name: string): void {
  const list = Array.from(values);
  const index = list.findIndex((value) => !Number.isFinite(value));
  if (index >= 0) {
    throw new RangeError(`${name}[${index}] is ${list[index]}; expected a finite number`);
  }
}
