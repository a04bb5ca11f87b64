/** A line of a description: what it is, and its value. */
export function row(key: string, value: string): string {
  return `${key.padEnd(17)} ${value}`;
}
