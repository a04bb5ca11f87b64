import { collectExamples } from "./collectExamples.js";
import type { Dataset, DatasetContext, OfficialSplit } from "./Dataset.js";
import { DatasetError } from "./DatasetError.js";
import { fingerprint } from "./fingerprint.js";
import type { LoadedDataset } from "./LoadedDataset.js";
import { openSource, type SourceFolders } from "./sources/openSource.js";
import { sha256File } from "./sources/sha256File.js";
import { officialSplit } from "./splits/officialSplit.js";

export interface LoadSettings<Options> extends SourceFolders {
  /** The dataset's own options; what is absent takes its default. */
  readonly options?: Partial<Options> | undefined;
  /** Name of an official split. Options that it presupposes stand in for the defaults. */
  readonly split?: string | undefined;
}

/**
 * Reads a dataset into memory: finds and verifies the files it asks for, reads and checks its examples.
 * Examples and vocabulary come in the same order each time.
 *
 * @throws ZodError when an option is unknown or has the wrong type; issue paths are the options' keys.
 * @throws DatasetError when the split is unknown, a file is missing or wrong, or the examples break the
 * contract (see `collectExamples`).
 */
export async function loadDataset<Input, Options>(
  dataset: Dataset<Input, Options>,
  settings: LoadSettings<Options> = {},
): Promise<LoadedDataset<Input, Options>> {
  const { id, version } = dataset;
  const split = settings.split === undefined ? undefined : findSplit(dataset, settings.split);
  const options = dataset.options.parse({ ...split?.options, ...settings.options });
  const files = new VerifiedFiles(dataset, settings);
  const context: DatasetContext<Options> = { options, file: (filename) => files.path(filename) };

  const vocabulary = dataset.labels?.(options);
  const examples = await collectExamples(id, dataset.examples(context), vocabulary);
  return {
    id,
    examples,
    labels: vocabulary ?? [...new Set(examples.flatMap(({ labels }) => labels))].sort(),
    fingerprint: fingerprint({ id, version, options, files: await files.digests() }),
    options,
    ...(split && { split: officialSplit(await split.ids(context), examples) }),
  };
}

function findSplit<Input, Options>(
  { id, splits = {} }: Dataset<Input, Options>,
  name: string,
): OfficialSplit<Options> {
  const split = Object.hasOwn(splits, name) ? splits[name] : undefined;
  if (split) return split;
  const names = Object.keys(splits).join(", ") || "none";
  throw new DatasetError(`dataset ${id} has no official split "${name}" (it has: ${names})`);
}

/** The source files that a load asked for, each found and verified once. */
class VerifiedFiles {
  readonly #dataset: Dataset<unknown, unknown>;
  readonly #folders: SourceFolders;
  readonly #paths = new Map<string, Promise<string>>();

  constructor(dataset: Dataset<unknown, unknown>, folders: SourceFolders) {
    this.#dataset = dataset;
    this.#folders = folders;
  }

  path(filename: string): Promise<string> {
    const { id } = this.#dataset;
    const known = this.#paths.get(filename);
    if (known) return known;
    const path = openSource(id, this.#source(filename), this.#folders);
    this.#paths.set(filename, path);
    return path;
  }

  /** Digest of each file asked for, by name; a file whose source declares none is hashed. */
  async digests(): Promise<Record<string, string>> {
    const digests: Record<string, string> = {};
    for (const [filename, path] of this.#paths) {
      const { contentDigest, sha256 } = this.#source(filename);
      digests[filename] = contentDigest ?? sha256 ?? (await sha256File(await path));
    }
    return digests;
  }

  #source(filename: string) {
    const source = this.#dataset.sources.find((candidate) => candidate.filename === filename);
    if (source) return source;
    throw new DatasetError(
      `dataset ${this.#dataset.id} asked for "${filename}", which is no source of it`,
    );
  }
}
