import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Dataset, Source } from "../Dataset.js";
import { DatasetError } from "../DatasetError.js";
import { findSource, openSource, type SourceFolders } from "./openSource.js";
import { sha256File } from "./sha256File.js";
import { sourcesOf } from "./sourcesOf.js";

/** The sources that a dataset asked for, each found and verified once. */
export class SourceFiles {
  readonly #id: string;
  readonly #sources: readonly Source[];
  readonly #folders: SourceFolders;
  readonly #found = new Map<string, Promise<string | undefined>>();

  constructor(
    dataset: Pick<Dataset<unknown, unknown>, "id" | "sources">,
    options: unknown,
    folders: SourceFolders,
  ) {
    this.#id = dataset.id;
    this.#sources = sourcesOf(dataset, options);
    this.#folders = folders;
  }

  /** Path of a source in one of the folders, verified; undefined where none has it. */
  find(filename: string): Promise<string | undefined> {
    const known = this.#found.get(filename);
    if (known) return known;
    const path = findSource(this.#id, this.#source(filename), this.#folders);
    this.#found.set(filename, path);
    return path;
  }

  /** Path of a source, verified, fetched where no folder has it. */
  async file(filename: string): Promise<string> {
    const found = await this.find(filename);
    if (found !== undefined) return found;
    const path = openSource(this.#id, this.#source(filename), this.#folders);
    this.#found.set(filename, path);
    return path;
  }

  /** Path of each source found, by name. */
  async paths(): Promise<Record<string, string>> {
    const paths: Record<string, string> = {};
    for (const [filename, found] of this.#found) {
      const path = await found;
      if (path !== undefined) paths[filename] = path;
    }
    return paths;
  }

  /** Digest of each source found, by name: as declared, else of its bytes; of a folder, over its files' names and sizes. */
  async digests(): Promise<Record<string, string>> {
    const digests: Record<string, string> = {};
    for (const [filename, path] of Object.entries(await this.paths())) {
      const { kind, contentDigest, sha256 } = this.#source(filename);
      digests[filename] =
        contentDigest ?? sha256 ?? (await (kind === "folder" ? listing(path) : sha256File(path)));
    }
    return digests;
  }

  #source(filename: string): Source {
    const source = this.#sources.find((candidate) => candidate.filename === filename);
    if (source) return source;
    throw new DatasetError(`dataset ${this.#id} asked for "${filename}", which is no source of it`);
  }
}

async function listing(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const found = await stat(join(folder, name)).catch(() => undefined); // a link to nowhere
    if (found?.isFile()) hash.update(`${found.size}  ${name}\n`);
  }
  return hash.digest("hex");
}
