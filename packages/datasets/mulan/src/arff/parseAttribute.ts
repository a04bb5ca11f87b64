import type { ArffAttribute } from "./ArffAttribute.js";
import type { ArffToken } from "./arffTokens.js";
import { isBrace } from "./isBrace.js";

/**
 * An attribute from the words after `@attribute`: a name, then `numeric`, `real`, `integer`, `string` (in any
 * case) or a list `{value, …}`.
 *
 * @throws SyntaxError when they are anything else.
 */
export function parseAttribute([first, ...type]: readonly ArffToken[]): ArffAttribute {
  if (first === undefined || isBrace(first)) throw new SyntaxError("an attribute has no name");
  const name = first.text;
  if (type[0] !== undefined && isBrace(type[0], "{")) {
    return { name, kind: "nominal", values: valuesOf(name, type) };
  }
  const declared = type.map(({ text }) => text).join(" ");
  const kind = kinds.get(declared.toLowerCase());
  if (kind !== undefined) return { name, kind };
  throw new SyntaxError(
    `attribute "${name}" has the type "${declared}", expected numeric, real, integer, string or {value, …}`,
  );
}

const kinds = new Map<string, "numeric" | "string">([
  ["numeric", "numeric"],
  ["real", "numeric"],
  ["integer", "numeric"],
  ["string", "string"],
]);

function valuesOf(name: string, list: readonly ArffToken[]): string[] {
  const last = list.at(-1);
  const inner = list.slice(1, -1);
  if (last === undefined || !isBrace(last, "}") || inner.some((token) => isBrace(token))) {
    throw new SyntaxError(`attribute "${name}": expected values between { and }, then nothing`);
  }
  const values = inner.map(({ text }) => text);
  if (values.length === 0) throw new SyntaxError(`attribute "${name}" has no value`);
  if (new Set(values).size < values.length) {
    throw new SyntaxError(`attribute "${name}" has a value twice`);
  }
  return values;
}
