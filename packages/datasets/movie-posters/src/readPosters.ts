import { type DatasetContext, DatasetError, readCsv } from "@sigf1/datasets";
import type { Poster } from "./Poster.js";
import type { Table } from "./tables.js";

/**
 * Streams the rows of a table of posters. A row that repeats an earlier one and a row without a genre are left out
 * and counted.
 *
 * @throws DatasetError with file and line, or with `malformed: "skip"` counts, a row with a wrong number of columns, a
 * row that does not parse, and a second row of a poster with other genres; throws always where the table lacks a column.
 */
export async function* readPosters(
  path: string,
  { encoding, columns, parseRow }: Table,
  malformed: "error" | "skip",
  skip: DatasetContext<unknown>["skip"],
): AsyncGenerator<Poster, void, undefined> {
  const genresOf = new Map<string, string>();
  const refuse = (error: DatasetError, reason: string) => {
    if (malformed === "error") throw error;
    skip(reason, { file: path, ...(error.line !== undefined && { line: error.line }) });
  };
  const onMalformed = (error: DatasetError) => refuse(error, "wrong number of columns");
  for await (const { record, line } of readCsv(path, { encoding, onMalformed })) {
    const place = { file: path, line };
    const missing = columns.find((column) => record[column] === undefined);
    if (missing !== undefined) {
      throw new DatasetError(`the table has no column ${missing}`, { file: path, line: 1 });
    }
    let poster: Poster;
    try {
      poster = parseRow(record, place);
    } catch (error) {
      if (!(error instanceof DatasetError)) throw error;
      refuse(error, "the row is malformed");
      continue;
    }
    const genres = [...poster.genres].sort().join("|");
    const before = genresOf.get(poster.id);
    genresOf.set(poster.id, before ?? genres);
    if (before === genres) skip("an earlier row has the same id and genres", place);
    else if (before !== undefined) {
      const message = `${poster.id} has the genres ${genres}, but ${before} in an earlier row`;
      refuse(new DatasetError(message, place), "an earlier row has the same id with other genres");
    } else if (genres === "") skip("no genre", place);
    else yield poster;
  }
}
