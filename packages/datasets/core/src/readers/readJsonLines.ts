import { DatasetError } from "../DatasetError.js";
import { lineBlocks } from "./lineBlocks.js";
import { linesOf, type ReadLinesOptions } from "./readLines.js";

export interface ReadJsonLinesOptions extends ReadLinesOptions {
  /** Takes the error of a line that is no JSON, which is passed over. Default: the error is thrown. */
  readonly onMalformed?: ((error: DatasetError) => void) | undefined;
}

/** A value of a file of JSON lines. */
export interface JsonLine {
  readonly value: unknown;
  /** From 1. */
  readonly line: number;
}

/**
 * Streams the values of a file with a JSON value on each line, in constant memory; read as `readLines` does. Blank
 * lines are passed over.
 *
 * @throws DatasetError as `readLines` does, and without `onMalformed` when a line is no JSON: naming file and line,
 * with the line's start.
 */
export async function* readJsonLines(
  path: string,
  { onMalformed, ...options }: ReadJsonLinesOptions = {},
): AsyncGenerator<JsonLine, void, undefined> {
  for await (const block of lineBlocks(path, path, options)) {
    for (const { text, line } of linesOf(block, options)) {
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch (cause) {
        if (text.trim() === "") continue;
        const error = new DatasetError(`no JSON: ${excerptOf(text)}`, { file: path, line, cause });
        if (onMalformed === undefined) throw error;
        onMalformed(error);
        continue;
      }
      yield { value, line };
    }
  }
}

function excerptOf(text: string): string {
  const start = text.slice(0, 80);
  return JSON.stringify(start) + (start.length < text.length ? " …" : "");
}
