import type { DatasetErrorPlace } from "@sigf1/datasets";
import type { Poster } from "./Poster.js";
import { parseImdbId } from "./parseImdbId.js";

/**
 * Reads a row of `MovieGenre.csv`: `imdbId` (digits without the prefix) and `Genre` (joined by `|`, empty where none
 * is known).
 *
 * @throws DatasetError for an id that is none.
 */
export function parseGenreRow(
  row: Readonly<Record<string, string>>,
  place: DatasetErrorPlace & { readonly line: number },
): Poster {
  const writtenId = row.imdbId ?? "";
  const genres = (row.Genre ?? "").split("|").map((genre) => genre.trim());
  return {
    id: parseImdbId(writtenId, place),
    writtenId,
    genres: [...new Set(genres)].filter((genre) => genre !== ""),
    line: place.line,
  };
}
