import { DatasetError, readCsv } from "@sigf1/datasets";
import { type Category, categories } from "./HolisticVideoOptions.js";

/**
 * Reads the category of each tag from a table `Tag,Category`.
 *
 * @throws DatasetError naming file and line for a tag that is blank or listed twice, and an unknown category.
 */
export async function readTagCategories(path: string): Promise<Map<string, Category>> {
  const categoryOf = new Map<string, Category>();
  for await (const { record, line } of readCsv(path)) {
    const place = { file: path, line };
    const { Tag: tag = "" } = record;
    const category = categories.find((known) => known === record.Category);
    if (tag === "")
      throw new DatasetError("expected the columns Tag and Category, both filled", place);
    if (category === undefined) {
      throw new DatasetError(
        `"${tag}" has the category "${record.Category ?? ""}", expected one of ${categories.join(", ")}`,
        place,
      );
    }
    if (categoryOf.has(tag)) throw new DatasetError(`the tag "${tag}" is listed twice`, place);
    categoryOf.set(tag, category);
  }
  return categoryOf;
}
