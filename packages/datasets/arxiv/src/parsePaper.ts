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
  if (id === "" || title === "" || abstract === "" || categories === "") {
    const fields = Object.entries({ id, title, abstract, categories })
      .filter(([, found]) => found === "")
      .map(([field]) => field)
      .join(", ");
    const whose = id === "" ? "the record" : `the record of "${id}"`;
    throw new DatasetError(
      `${whose} lacks ${fields} (each must be a text that is not blank)`,
      place,
    );
  }
  return {
    id,
    text: `${title}\n\n${abstract}`,
    categories: distinct(categories.split(" ")),
    record,
  };
}

function distinct(names: string[]): string[] {
  return names.length === 1 ? names : [...new Set(names)];
}

/**
 * The text with its line breaks as spaces and runs of white space as one space, empty where it is none. Most texts have
 * no runs beside their line breaks, which these native searches tell at a tenth of the time of one pattern.
 */
function text(value: unknown): string {
  if (typeof value !== "string") return "";
  const flat = value.trim().replace(/\n/g, " ");
  const hasRuns = flat.includes("  ") || flat.includes("\t") || flat.includes("\r");
  return hasRuns ? flat.replace(/\s+/g, " ") : flat;
}
