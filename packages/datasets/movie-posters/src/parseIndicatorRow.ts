import { DatasetError, type DatasetErrorPlace } from "@sigf1/datasets";
import type { Poster } from "./Poster.js";
import { parseImdbId } from "./parseImdbId.js";

/**
 * Reads a row of `train.csv`: `Id`, `Genre` (a Python list of strings) and one column of 0 and 1 for each genre.
 * Both say the same, or the row is wrong.
 *
 * @throws DatasetError for an id that is none, a genre's column that is neither 0 nor 1, or a list of genres that is
 * none or contradicts the columns.
 */
export function parseIndicatorRow(
  row: Readonly<Record<string, string>>,
  place: DatasetErrorPlace & { readonly line: number },
): Poster {
  const { Id: writtenId = "", Genre: list = "", ...indicators } = row;
  const id = parseImdbId(writtenId, place);
  const genres: string[] = [];
  for (const [genre, value] of Object.entries(indicators)) {
    if (value === "1") genres.push(genre);
    else if (value !== "0") {
      throw new DatasetError(`${id} has "${value}" in the column ${genre}, expected 0 or 1`, place);
    }
  }
  const listed = parseList(list);
  if (listed === undefined) {
    throw new DatasetError(
      `${id} has the genres ${list.slice(0, 80)}, expected a list such as ['Comedy', 'Drama']`,
      place,
    );
  }
  if (listed.length !== genres.length || genres.some((genre) => !listed.includes(genre))) {
    throw new DatasetError(
      `${id} has the genres ${list}, but its columns say ${genres.join(", ") || "none"}`,
      place,
    );
  }
  return { id, writtenId, genres, line: place.line };
}

/** The strings of a Python list without escapes; undefined where it is none. */
function parseList(list: string): string[] | undefined {
  const item = `'[^'\\\\]*'|"[^"\\\\]*"`;
  if (!new RegExp(`^\\[\\s*(?:(?:${item})\\s*(?:,\\s*(?:${item})\\s*)*)?\\]$`).test(list))
    return undefined;
  return [...list.matchAll(new RegExp(item, "g"))].map(([quoted]) => quoted.slice(1, -1));
}
