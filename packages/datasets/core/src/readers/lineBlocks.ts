import { isUtf8 } from "node:buffer";
import { DatasetError } from "../DatasetError.js";
import { reasonOf } from "../reasonOf.js";
import { openBytes } from "./openBytes.js";

/** Whole lines of a file, as bytes; to be used before the next block is asked for. */
export interface LineBlock {
  readonly bytes: Buffer;
  /** Where each line ends in `bytes`: at its `\n`, or at the end of the file. */
  readonly ends: readonly number[];
  /** Number of the first of these lines in the file, from 1. */
  readonly line: number;
}

export type TextEncoding = "utf-8" | "latin1";

export interface LineBlockOptions {
  /** Default: "utf-8". A byte order mark of UTF-8 is taken off. */
  readonly encoding?: TextEncoding | undefined;
  /** The most bytes that a line may have. Default: 64 MiB. */
  readonly maxLineBytes?: number | undefined;
}

const NEWLINE = 10;
const BYTE_ORDER_MARK = Buffer.of(0xef, 0xbb, 0xbf);

/**
 * Streams a text in blocks of whole lines, so that what follows never meets a character cut in two. Holds one chunk
 * and one line at most.
 *
 * @param input a path, gunzipped where it is gzip, or bytes
 * @param file what errors call the input
 * @throws DatasetError naming the file, when it cannot be read, or is a truncated or corrupt gzip; and the line, when
 * that is not valid UTF-8 or is longer than `maxLineBytes`.
 */
export async function* lineBlocks(
  input: string | AsyncIterable<Uint8Array>,
  file: string,
  { encoding = "utf-8", maxLineBytes = 2 ** 26 }: LineBlockOptions = {},
): AsyncGenerator<LineBlock, void, undefined> {
  let line = 1;
  const block = (whole: Buffer): LineBlock => {
    const marked = line === 1 && encoding === "utf-8" && whole.indexOf(BYTE_ORDER_MARK) === 0;
    const bytes = marked ? whole.subarray(BYTE_ORDER_MARK.length) : whole;
    const made = { bytes, ends: lineEnds(bytes), line };
    refuseLongLine(made, maxLineBytes, file);
    if (encoding === "utf-8" && !isUtf8(bytes)) throw notUtf8(made, file);
    line += made.ends.length;
    return made;
  };
  let open: Buffer[] = []; // the line that has not ended yet
  let length = 0;
  try {
    const chunks = typeof input === "string" ? openBytes(input) : input;
    for await (const { buffer, byteOffset, byteLength } of chunks) {
      let rest: Buffer = Buffer.from(buffer, byteOffset, byteLength);
      const first = length > 0 ? rest.indexOf(NEWLINE) + 1 : 0;
      if (first > 0) {
        yield block(Buffer.concat([...open, rest.subarray(0, first)]));
        rest = rest.subarray(first);
        open = [];
        length = 0;
      }
      const last = rest.lastIndexOf(NEWLINE) + 1;
      if (last > 0) yield block(rest.subarray(0, last));
      if (last < rest.length) open.push(Buffer.from(rest.subarray(last)));
      length += rest.length - last;
      if (length > maxLineBytes) throw tooLong(maxLineBytes, file, line);
    }
    if (length > 0) yield block(Buffer.concat(open));
  } catch (error) {
    if (error instanceof DatasetError) throw error;
    const reason = reasonOf(error);
    const cut = /unexpected end of file/.test(reason)
      ? "; it is cut short: put a whole one there"
      : "";
    const where = line > 1 ? ` after line ${line - 1}` : "";
    throw new DatasetError(`cannot be read${where}: ${reason}${cut}`, {
      file,
      cause: error,
    });
  }
}

function lineEnds(bytes: Buffer): number[] {
  const ends: number[] = [];
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(NEWLINE, start);
    const end = found === -1 ? bytes.length : found;
    ends.push(end);
    start = end + 1;
  }
  return ends;
}

function refuseLongLine({ ends, line }: LineBlock, maxLineBytes: number, file: string): void {
  let start = 0;
  ends.forEach((end, index) => {
    if (end - start > maxLineBytes) throw tooLong(maxLineBytes, file, line + index);
    start = end + 1;
  });
}

function tooLong(maxLineBytes: number, file: string, line: number): DatasetError {
  return new DatasetError(`the line is longer than ${maxLineBytes} bytes`, { file, line });
}

function notUtf8({ bytes, ends, line }: LineBlock, file: string): DatasetError {
  const wrong = ends.findIndex((end, index) => !isUtf8(bytes.subarray(ends[index - 1] ?? 0, end)));
  return new DatasetError("the line is not valid UTF-8", { file, line: line + wrong });
}
