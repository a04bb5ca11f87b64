import { DatasetError, type DatasetErrorPlace } from "@sigf1/datasets";

/** A paper of the snapshot, as far as the dataset needs it. */
export interface Paper {
  /** arXiv id, for example `0704.0002` or `hep-th/9901001`. */
  readonly id: string;
  /** Title, blank line, abstract, either on one line. */
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
    categories: distinct(categories.split(/\s+/)),
    record,
  };
}

function distinct(names: string[]): string[] {
  return names.length === 1 ? names : [...new Set(names)];
}

/**
 * The text on one line: a line break is a space, with the white space around it; empty where it is no text. Other white
 * space stays: to look for runs of it takes as long as all the rest.
 */
function text(value: unknown): string {
  if (typeof value !== "string") return "";
  const trimmed = value.trim();
  const indented = trimmed.includes("\n ") || trimmed.includes("\n\n");
  return indented ? trimmed.replace(/\s*\n\s*/g, " ") : trimmed.replace(/\n/g, " ");
}
