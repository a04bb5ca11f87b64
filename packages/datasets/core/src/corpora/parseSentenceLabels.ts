import { DatasetError } from "../DatasetError.js";

/**
 * The labels of a text, each once, from a file that labels its sentences. Sentences are separated by `<`; a
 * sentence without labels is blank or `NULL`; the labels of a sentence are separated by ` AND` (with or without
 * a space after it); the levels of a label are separated by `--`, with a trailing `--` where there is no lower
 * level.
 *
 * @param known the labels that may occur, without the trailing `--`.
 * @param file path that an error names.
 * @returns labels without the trailing `--`, in the order of their first sentences.
 * @throws DatasetError naming the file, the sentence and what stands there when that is no known label.
 */
export function parseSentenceLabels(
  content: string,
  known: ReadonlySet<string>,
  file: string,
): string[] {
  const labels = new Set<string>();
  content.split("<").forEach((sentence, index) => {
    const text = sentence.trim();
    if (text === "" || text === "NULL") return;
    for (const part of text.split(" AND")) {
      const label = part.trim().replace(/--$/, "");
      if (!known.has(label)) {
        const excerpt = part.length > 80 ? `${part.slice(0, 80)}…` : part;
        throw new DatasetError(
          `"${excerpt}" (sentence ${index + 1}) is none of the ${known.size} labels of the corpus`,
          { file },
        );
      }
      labels.add(label);
    }
  });
  return [...labels];
}
