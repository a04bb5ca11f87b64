/** Whether an axis is something that happens to the data, which nobody would choose by validation. */
export function isCondition(path: string): boolean {
  return path.startsWith("corruption.");
}
