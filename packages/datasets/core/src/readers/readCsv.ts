import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";
import { DatasetError } from "../DatasetError.js";
import { reasonOf } from "../reasonOf.js";
import { lineBlocks, type TextEncoding } from "./lineBlocks.js";

export interface ReadCsvOptions {
  /** What errors call the input. Default: the path, else "(stream)". */
  readonly file?: string | undefined;
  /** Default: ",". */
  readonly delimiter?: string | undefined;
  /** Default: "utf-8". */
  readonly encoding?: TextEncoding | undefined;
  /** What encloses a field that holds delimiters, quotes (doubled) or line ends; `false`: nothing. Default: `"`. */
  readonly quote?: string | false | undefined;
  /** Takes the error of a record with a wrong number of columns, which is passed over. Default: it is thrown. */
  readonly onMalformed?: ((error: DatasetError) => void) | undefined;
}

/** A record of a table by the names of its columns. */
export interface CsvRecord {
  readonly record: Record<string, string>;
  /** Line on which the record starts, from 1. */
  readonly line: number;
}

/** The most characters that a record may have, so that a quote left open does not fill the memory. */
const RECORD_LIMIT = 2 ** 24;

/**
 * Streams the records of a CSV file (RFC 4180) whose first record names the columns, in constant memory. A gzip file
 * is read unpacked; records end in `\n` or `\r\n`; blank lines are passed over; fields are strings as they stand.
 *
 * @throws DatasetError naming the file and the line on which the record starts: a wrong number of columns (without
 * `onMalformed`), a quote within an unquoted field or left open, a record of more than 16 Mi characters; a header
 * that is absent or names a column twice; and as `readLines` does.
 */
export async function* readCsv(
  input: string | Readable,
  {
    file = typeof input === "string" ? input : "(stream)",
    delimiter = ",",
    encoding = "utf-8",
    quote = '"',
    onMalformed,
  }: ReadCsvOptions = {},
): AsyncGenerator<CsvRecord, void, undefined> {
  const fail = (message: string, line: number, cause?: unknown) =>
    new DatasetError(message, { file, line, cause });
  let next = 1;
  const parser = parse({
    delimiter,
    encoding: encoding === "latin1" ? "latin1" : "utf8",
    quote,
    record_delimiter: ["\r\n", "\n"],
    relax_column_count: true, // the count is checked below
    max_record_size: RECORD_LIMIT,
    // Called at once, so that `next` is right when the parser then fails. Its own count takes a quoted `\r\n` for two.
    on_record(fields: string[]) {
      const parsed: Parsed = { fields, line: next };
      next += 1 + fields.reduce((lines, field) => lines + field.split("\n").length - 1, 0);
      return parsed as unknown as string[]; // its types have no other records
    },
  });
  const records = pipeline(Readable.from(bytesOf(input, file, encoding)), parser, () => {});
  let columns: string[] | undefined;
  try {
    for await (const { fields, line } of records as AsyncIterable<Parsed>) {
      if (fields.length === 1 && fields[0] === "") continue;
      if (columns === undefined) {
        const twice = fields.find((name, index) => fields.indexOf(name) !== index);
        if (twice !== undefined) throw fail(`the header names the column "${twice}" twice`, line);
        columns = fields;
      } else if (fields.length === columns.length) {
        yield { record: recordOf(columns, fields), line };
      } else {
        const error = fail(
          `the record has ${fields.length} columns, but the header has ${columns.length}`,
          line,
        );
        if (onMalformed === undefined) throw error;
        onMalformed(error);
      }
    }
  } catch (error) {
    if (error instanceof DatasetError) throw error;
    const reason = reasonOf(error).replace(/ at line \d+/, ""); // its own count, see above
    throw fail(`the record cannot be read: ${reason}`, next, error);
  }
  if (columns === undefined) throw fail("expected a header with the names of the columns", 1);
}

interface Parsed {
  readonly fields: string[];
  readonly line: number;
}

async function* bytesOf(
  input: string | Readable,
  file: string,
  encoding: TextEncoding,
): AsyncGenerator<Buffer, void, undefined> {
  // The parser reads ahead, so it needs bytes that stay.
  for await (const { bytes } of lineBlocks(input, file, { encoding })) yield Buffer.from(bytes);
}

function recordOf(columns: readonly string[], fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((name, index) => [name, fields[index] ?? ""]));
}
