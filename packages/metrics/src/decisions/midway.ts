/**
 * A threshold above `lower` and at most `upper`, midway if 32-bit floats leave room, so that comparing scores with it
 * parts the two.
 */
export function midway(lower: number, upper: number): number {
  const middle = Math.fround((lower + upper) / 2);
  return middle > lower ? middle : upper;
}
