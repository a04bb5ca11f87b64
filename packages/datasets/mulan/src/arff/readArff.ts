import { DatasetError, readLines } from "@sigf1/datasets";
import type { ArffAttribute } from "./ArffAttribute.js";
import { ArffHeader } from "./ArffHeader.js";
import { arffTokens } from "./arffTokens.js";
import { locateSyntaxErrors } from "./locateSyntaxErrors.js";
import { type ArffCell, parseRow } from "./parseRow.js";

export interface ArffRow {
  /** The attributes of the table: the same array with every row. */
  readonly attributes: readonly ArffAttribute[];
  readonly cells: readonly ArffCell[];
  /** Line in the file, from 1. */
  readonly line: number;
}

/**
 * Streams the rows of an ARFF file (UTF-8, plain or gzipped) in constant memory. Blank lines and comments are
 * passed over. Values are not held against the types of their attributes.
 *
 * @throws DatasetError naming file and line when the file is not ARFF, or has what is not read here (attributes
 * of type date or relational, instance weights).
 * @see https://waikato.github.io/weka-wiki/formats_and_processing/arff_stable/
 */
export async function* readArff(file: string): AsyncGenerator<ArffRow, void, undefined> {
  const header = new ArffHeader();
  const { attributes } = header;
  const cellsOf = (text: string): ArffCell[] | undefined => {
    const tokens = arffTokens(text);
    if (tokens.length === 0) return undefined;
    if (header.ended) return parseRow(tokens, attributes);
    header.add(tokens);
    return undefined;
  };
  for await (const { text, line } of readLines(file)) {
    const cells = locateSyntaxErrors({ file, line }, () => cellsOf(text));
    if (cells) yield { attributes, cells, line };
  }
  if (!header.ended) throw new DatasetError("the file has no @data", { file });
}
