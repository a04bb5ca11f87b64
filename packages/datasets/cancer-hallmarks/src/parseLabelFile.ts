import { DatasetError } from "@sigf1/datasets";
import { fullLabels } from "./labels.js";

const known = new Set(fullLabels);

/**
 * The labels of an abstract, each once, from its label file. Sentences are separated by `<`; a sentence without
 * labels is blank or `NULL`; the labels of a sentence are separated by ` AND ` (the corpus at times leaves out
 * the space after it); the levels of a label are separated by `--`, with a trailing `--` where there is no
 * lower level.
 *
 * @returns labels as `fullLabels` writes them, in the order of their first sentences.
 * @throws DatasetError naming the file, the sentence and what stands there when that is no label of the corpus.
 */
export function parseLabelFile(content: string, file: string): string[] {
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
