import { type JsonLine, jsonBlocks, type ReadJsonLinesOptions } from "./jsonBlocks.js";

/**
 * Streams the values of a file with a JSON value on each line, in constant memory; read as `readLines` does. Blank
 * lines are passed over.
 *
 * @throws DatasetError as `readLines` does, and without `onMalformed` when a line is no JSON: naming file and line,
 * with the line's start.
 */
export async function* readJsonLines(
  path: string,
  options: ReadJsonLinesOptions = {},
): AsyncGenerator<JsonLine, void, undefined> {
  for await (const block of jsonBlocks(path, options)) {
    for (const value of block) yield value;
  }
}
