/** A value as an error message shows it: strings quoted, tensors and functions by what they are. */
export function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(show).join(", ")}]`;
  if (typeof value === "object" && value !== null) return `an object (${value.constructor?.name})`;
  return typeof value === "function" ? "a function" : String(value);
}
