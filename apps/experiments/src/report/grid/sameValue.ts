/** Whether two values of a grid are the same; lists are, where their entries are. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
