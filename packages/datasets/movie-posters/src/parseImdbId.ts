import { DatasetError, type DatasetErrorPlace } from "@sigf1/datasets";

/**
 * The IMDb id that a table writes with its prefix (`tt0084058`, given as it stands) or without (`84058`, given as
 * `tt0084058`). Nothing else is let through, so that an id is safe as a file's name.
 *
 * @throws DatasetError for anything else.
 */
export function parseImdbId(written: string, place: DatasetErrorPlace): string {
  if (/^tt\d{1,10}$/.test(written)) return written;
  if (/^\d{1,10}$/.test(written)) return `tt${written.padStart(7, "0")}`;
  throw new DatasetError(
    `${JSON.stringify(written.slice(0, 80))} is no IMDb id (expected tt0084058 or 84058)`,
    place,
  );
}
