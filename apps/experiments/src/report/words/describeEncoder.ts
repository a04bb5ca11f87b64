/** An encoder's id taken apart: its name and, where the id ends with options as JSON in parentheses, these. */
export function readEncoderId(id: string): {
  readonly name: string;
  readonly options?: Readonly<Record<string, unknown>>;
} {
  const [, name, json] = /^([^(]+)\((\{.*\})\)$/s.exec(id) ?? [];
  if (name === undefined || json === undefined) return { name: id };
  try {
    return { name, options: JSON.parse(json) as Record<string, unknown> };
  } catch {
    return { name: id };
  }
}

/** An encoder's id in words: its name, and its options where it has any. */
export function describeEncoder(id: string): readonly [name: string, options?: string] {
  const { name, options = {} } = readEncoderId(id);
  const shown = describeOptions(Object.entries(options));
  return shown === "" ? [name] : [name, shown];
}

/** Options with their values, joined by commas. */
export function describeOptions(options: readonly (readonly [string, unknown])[]): string {
  return options.map(([key, value]) => `${key} ${inWords(value)}`).join(", ");
}

function inWords(value: unknown): string {
  if (value === null) return "none";
  if (Array.isArray(value)) return value.map(inWords).join("–");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
