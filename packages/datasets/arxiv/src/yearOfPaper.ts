import { DatasetError, type DatasetErrorPlace } from "@sigf1/datasets";
import type { Paper } from "./parsePaper.js";

/**
 * The year of a paper's first version (`versions[0].created`), or of the latest change of its record
 * (`update_date`). Both `Mon, 2 Apr 2007 19:18:42 GMT` and `2007-04-02` are read.
 *
 * @throws DatasetError when the record has no such date.
 */
export function yearOfPaper(
  { id, record }: Paper,
  yearOf: "created" | "updated",
  place: DatasetErrorPlace,
): number {
  const [first] = Array.isArray(record.versions) ? (record.versions as unknown[]) : [];
  const date =
    yearOf === "updated" ? record.update_date : (first as { created?: unknown })?.created;
  const [, year] = typeof date === "string" ? (/\b(\d{4})\b/.exec(date) ?? []) : [];
  if (year !== undefined) return Number(year);
  const field = yearOf === "updated" ? "update_date" : "versions[0].created";
  throw new DatasetError(`the record of "${id}" has no date in ${field}`, place);
}
