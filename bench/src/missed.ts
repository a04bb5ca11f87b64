/**
 * What is printed behind a target: that a value misses it; nothing where it is reached, or where the target is no bound.
 * @param target begins with `<`, `≤` or `≥` and a number, in the value's unit, where it is a bound
 */
export function missed(target: string, value: number): string {
  const [, sign, number] = /^([<≤≥]) (\d+(?:\.\d+)?)/.exec(target) ?? [];
  if (sign === undefined) return "";
  const bound = Number(number);
  const reached = sign === "<" ? value < bound : sign === "≤" ? value <= bound : value >= bound;
  return reached ? "" : " – missed";
}
