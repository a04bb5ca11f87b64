import type { ArffAttribute } from "./ArffAttribute.js";
import type { ArffToken } from "./arffTokens.js";
import { isBrace } from "./isBrace.js";

/** A value that stands in a row. */
export interface ArffCell {
  /** Position of the attribute in the header, from 0. */
  readonly attribute: number;
  /** As written, without quotes; undefined: missing (`?`). */
  readonly value: string | undefined;
}

/**
 * The cells of a row: of a dense one (`value, …`) all of them, of a sparse one (`{index value, …}`) those that it
 * names, in ascending order. What a sparse row leaves out is 0, or the first value of a nominal attribute.
 *
 * @throws SyntaxError when the number of values is not that of the attributes, or indices are wrong.
 */
export function parseRow(
  tokens: readonly ArffToken[],
  attributes: readonly ArffAttribute[],
): ArffCell[] {
  const [first] = tokens;
  if (first !== undefined && isBrace(first, "{")) return sparse(tokens, attributes.length);
  if (tokens.some((token) => isBrace(token))) {
    throw new SyntaxError(
      "a brace in the row: instance weights are not read; quote a brace that is a value",
    );
  }
  if (tokens.length !== attributes.length) {
    throw new SyntaxError(`the row has ${tokens.length} values, expected ${attributes.length}`);
  }
  return tokens.map((token, attribute) => ({ attribute, value: cellValue(token) }));
}

function sparse(tokens: readonly ArffToken[], count: number): ArffCell[] {
  const end = tokens.findIndex((token) => isBrace(token, "}"));
  if (end !== tokens.length - 1) {
    throw new SyntaxError(
      end < 0 ? "the sparse row has no closing brace" : "something stands after the closing brace",
    );
  }
  const cells: ArffCell[] = [];
  for (let at = 1; at < end; at += 2) {
    const [index, value] = [tokens[at], tokens[at + 1]];
    if (index === undefined || value === undefined || at + 1 === end) {
      throw new SyntaxError(`index ${index?.text} of the sparse row has no value`);
    }
    const attribute = Number(index.text);
    if (!/^\d+$/.test(index.text) || attribute >= count) {
      throw new SyntaxError(`"${index.text}" is no index; expected 0 to ${count - 1}`);
    }
    const before = cells.at(-1)?.attribute ?? -1;
    if (attribute <= before) {
      throw new SyntaxError(`index ${attribute} follows index ${before}; indices must ascend`);
    }
    cells.push({ attribute, value: cellValue(value) });
  }
  return cells;
}

function cellValue({ text, quoted }: ArffToken): string | undefined {
  return text === "?" && !quoted ? undefined : text;
}
