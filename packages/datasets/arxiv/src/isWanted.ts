import type { DatasetErrorPlace } from "@sigf1/datasets";
import type { ArxivOptions } from "./ArxivOptions.js";
import type { Paper } from "./parsePaper.js";
import { yearOfPaper } from "./yearOfPaper.js";

/**
 * Whether a paper is of the years and has one of the categories or archives that are asked for.
 *
 * @throws DatasetError when years are asked for and the record has no such date.
 */
export function isWanted(
  paper: Paper,
  { years, yearOf, categories }: Pick<ArxivOptions, "years" | "yearOf" | "categories">,
  place: DatasetErrorPlace,
): boolean {
  if (years !== null) {
    const year = yearOfPaper(paper, yearOf, place);
    if (year < years[0] || year > years[1]) return false;
  }
  if (categories === null) return true;
  return paper.categories.some((category) =>
    categories.some((name) => category === name || category.startsWith(`${name}.`)),
  );
}
