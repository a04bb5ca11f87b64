import { DatasetError, type DatasetErrorPlace } from "@sigf1/datasets";

/** A paper of the snapshot, as far as the dataset needs it. */
export interface Paper {
  /** arXiv id, for example `0704.0002` or `hep-th/9901001`. */
  readonly id: string;
  /** Title, blank line, abstract; runs of white space within either are one space. */
  readonly text: string;
  /** The paper's categories, each once, the primary one first. */
  readonly categories: readonly string[];
  /** The record itself, for its dates. */
  readonly record: Readonly<Record<string, unknown>>;
}

/**
 * Reads one record of the snapshot.
 *
 * @throws DatasetError naming the fields among `id`, `title`, `abstract` and `categories` that are no text or are blank.
 */
export function parsePaper(value: unknown, place: DatasetErrorPlace): Paper {
  const record = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const id = text(record.id);
  const title = text(record.title);
  const abstract = text(record.abstract);
  const categories = text(record.categories);
  const missing = Object.entries({ id, title, abstract, categories }).filter(
    ([, found]) => found === "",
  );
  if (missing.length > 0) {
    const fields = missing.map(([field]) => field).join(", ");
    const whose = id === "" ? "the record" : `the record of "${id}"`;
    throw new DatasetError(
      `${whose} lacks ${fields} (each must be a text that is not blank)`,
      place,
    );
  }
  return {
    id,
    text: `${title}\n\n${abstract}`,
    categories: [...new Set(categories.split(" "))],
    record,
  };
}

/** The text with its runs of white space as one space, empty where it is none. Single spaces are not matched: twice as fast. */
function text(value: unknown): string {
  return typeof value === "string" ? value.replace(/[^\S ]\s*|\s{2,}/g, " ").trim() : "";
}
