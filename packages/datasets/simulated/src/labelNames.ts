/** label-00, label-01, …: as many digits as the last name needs, at least two. */
export function labelNames(classes: number): string[] {
  const digits = Math.max(2, String(classes - 1).length);
  return Array.from({ length: classes }, (_, c) => `label-${String(c).padStart(digits, "0")}`);
}
