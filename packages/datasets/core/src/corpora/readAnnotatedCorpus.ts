import { join } from "node:path";
import { readTarEntries } from "../archives/readTarEntries.js";
import { DatasetError } from "../DatasetError.js";
import { parseSentenceLabels } from "./parseSentenceLabels.js";

/** A text of a corpus with its labels. */
export interface AnnotatedText {
  /** Its number in the corpus, for example a PubMed id. */
  readonly id: string;
  readonly text: string;
  readonly labels: readonly string[];
}

/**
 * Reads a corpus of numbered texts from its archive: `<top folder>/text/<number>.txt` holds a text,
 * `<top folder>/labels/<number>.txt` the labels of its sentences (see `parseSentenceLabels`). Other files are
 * passed over.
 *
 * @param vocabulary the labels that may occur, without a trailing `--`.
 * @returns the texts in ascending order of their numbers.
 * @throws DatasetError naming archive and entry when a file is not UTF-8, a label file does not parse, or a text
 * lacks its labels or labels their text.
 */
export async function readAnnotatedCorpus(
  archive: string,
  vocabulary: readonly string[],
): Promise<AnnotatedText[]> {
  const known = new Set(vocabulary);
  const texts = new Map<string, string>();
  const labels = new Map<string, string[]>();
  for await (const { path, data } of readTarEntries(archive)) {
    const [, folder, id] = /^[^/]+\/(text|labels)\/(\d+)\.txt$/.exec(path) ?? [];
    if (id === undefined) continue;
    const file = join(archive, path);
    const content = decode(data, file);
    if (folder === "text") texts.set(id, content);
    else labels.set(id, parseSentenceLabels(content, known, file));
  }
  const ids = [...new Set([...texts.keys(), ...labels.keys()])];
  return ids
    .sort((a, b) => Number(a) - Number(b))
    .map((id) => {
      const text = texts.get(id);
      const labelsOfText = labels.get(id);
      if (text !== undefined && labelsOfText !== undefined) {
        return { id, text, labels: labelsOfText };
      }
      const [there, missing] = text === undefined ? ["labels", "text"] : ["text", "labels"];
      throw new DatasetError(
        `there is a file ${there}/${id}.txt but no file ${missing}/${id}.txt`,
        {
          file: archive,
        },
      );
    });
}

function decode(data: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(data);
  } catch (cause) {
    throw new DatasetError("the file is not UTF-8 text", { file, cause });
  }
}
