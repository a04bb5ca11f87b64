/** An encoder's id in words: its name and, where the id ends with options as JSON in parentheses, these. */
export function describeEncoder(id: string): readonly [name: string, options?: string] {
  const [, name, json] = /^([^(]+)\((\{.*\})\)$/s.exec(id) ?? [];
  if (name === undefined || json === undefined) return [id];
  try {
    const options = Object.entries(JSON.parse(json) as Record<string, unknown>);
    const shown = options.map(([key, value]) => `${key} ${inWords(value)}`);
    return shown.length === 0 ? [name] : [name, shown.join(", ")];
  } catch {
    return [id];
  }
}

function inWords(value: unknown): string {
  if (value === null) return "none";
  if (Array.isArray(value)) return value.map(inWords).join("–");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
