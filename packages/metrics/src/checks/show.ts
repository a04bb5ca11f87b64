/** Longest value, in characters, that an error quotes whole. */
const QUOTED = 80;

/** A value as every error message writes it: strings in quotes, objects as JSON, long ones cut. */
export function show(value: unknown): string {
  if (typeof value === "function") return "a function";
  if (ArrayBuffer.isView(value)) return `a ${Object.prototype.toString.call(value).slice(8, -1)}`;
  const quoted = typeof value === "string" || (typeof value === "object" && value !== null);
  const text = quoted ? (JSON.stringify(value) ?? typeof value) : String(value);
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}
