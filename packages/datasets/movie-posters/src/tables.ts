import type { DatasetErrorPlace, TextEncoding } from "@sigf1/datasets";
import type { Poster } from "./Poster.js";
import { parseGenreRow } from "./parseGenreRow.js";
import { parseIndicatorRow } from "./parseIndicatorRow.js";

/** How a table of posters is laid out. */
export interface Table {
  readonly filename: string;
  readonly encoding: TextEncoding;
  /** Columns that the table must have. */
  readonly columns: readonly string[];
  parseRow(
    row: Readonly<Record<string, string>>,
    place: DatasetErrorPlace & { readonly line: number },
  ): Poster;
}

/** The layouts that are read; the first that is there is the one. */
export const tables: readonly [Table, Table] = [
  {
    filename: "train.csv",
    encoding: "utf-8",
    columns: ["Id", "Genre"],
    parseRow: parseIndicatorRow,
  },
  {
    filename: "MovieGenre.csv",
    encoding: "latin1",
    columns: ["imdbId", "Genre"],
    parseRow: parseGenreRow,
  },
];
