import { join } from "node:path";
import { DatasetError, readTarEntries } from "@sigf1/datasets";
import { parseLabelFile } from "./parseLabelFile.js";

/** An abstract with its labels in full. */
export interface Abstract {
  /** PubMed id. */
  readonly id: string;
  /** One sentence a line, tokens separated by spaces. */
  readonly text: string;
  readonly labels: readonly string[];
}

/**
 * Reads the abstracts of the corpus from its archive (`<top folder>/{text,labels}/<PubMed id>.txt`; other files
 * are passed over), in ascending order of their PubMed ids.
 *
 * @throws DatasetError naming archive and entry when a file is not UTF-8, a label file does not parse, or an
 * abstract lacks its text or its labels.
 */
export async function readCorpus(archive: string): Promise<Abstract[]> {
  const texts = new Map<string, string>();
  const labels = new Map<string, string[]>();
  for await (const { path, data } of readTarEntries(archive)) {
    const [, folder, id] = /^[^/]+\/(text|labels)\/(\d+)\.txt$/.exec(path) ?? [];
    if (id === undefined) continue;
    const file = join(archive, path);
    const content = decode(data, file);
    if (folder === "text") texts.set(id, content);
    else labels.set(id, parseLabelFile(content, file));
  }
  const ids = [...new Set([...texts.keys(), ...labels.keys()])];
  return ids
    .sort((a, b) => Number(a) - Number(b))
    .map((id) => {
      const text = texts.get(id);
      const labelsOfText = labels.get(id);
      if (text !== undefined && labelsOfText !== undefined)
        return { id, text, labels: labelsOfText };
      const missing = text === undefined ? "text" : "labels";
      throw new DatasetError(`the abstract ${id} has no file ${missing}/${id}.txt`, {
        file: archive,
      });
    });
}

function decode(data: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(data);
  } catch (cause) {
    throw new DatasetError("the file is not UTF-8 text", { file, cause });
  }
}
