import { isAscii } from "node:buffer";
import { type LineBlock, type LineBlockOptions, lineBlocks } from "./lineBlocks.js";

export type ReadLinesOptions = LineBlockOptions;

/** A line of a text, without its end. */
export interface TextLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/**
 * Streams the lines of a text file that end in `\n` or `\r\n`, in constant memory. A gzip file is read unpacked,
 * whatever its name; the last line may lack its end; a byte order mark of UTF-8 is taken off.
 *
 * @throws DatasetError naming the file, when it cannot be read, or is a truncated or corrupt gzip; and its line, when
 * that is not valid UTF-8 or is longer than `maxLineBytes` (64 MiB).
 */
export async function* readLines(
  path: string,
  options: ReadLinesOptions = {},
): AsyncGenerator<TextLine, void, undefined> {
  for await (const block of lineBlocks(path, path, options)) {
    for (const line of linesOf(block, options)) yield line; // half the cost of yield*
  }
}

/** The lines of a block as text, each a string of its own that keeps no other line in memory. */
export function* linesOf(
  { bytes, ends, line }: LineBlock,
  { encoding = "utf-8" }: LineBlockOptions = {},
): Generator<TextLine, void, undefined> {
  const decoder = isAscii(bytes) ? "latin1" : encoding; // the same for ASCII, and much faster
  let start = 0;
  let number = line;
  for (const newline of ends) {
    const end = newline > start && bytes[newline - 1] === 13 ? newline - 1 : newline;
    yield { text: bytes.toString(decoder, start, end), line: number };
    start = newline + 1;
    number++;
  }
}
