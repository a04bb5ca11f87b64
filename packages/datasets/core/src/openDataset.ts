import type { Dataset, DatasetContext, Example, SkippedExamples, SplitIds } from "./Dataset.js";
import { DatasetError, type DatasetErrorPlace } from "./DatasetError.js";
import { fingerprint } from "./fingerprint.js";
import type { LoadSettings } from "./LoadSettings.js";
import { SourceFiles } from "./sources/SourceFiles.js";
import { findSplit } from "./splits/findSplit.js";

/** A dataset under some options, whose examples are streamed. */
export interface OpenDataset<Input = unknown, Options = unknown> {
  readonly id: string;
  /** The parsed options, defaults filled in. */
  readonly options: Options;
  /** The label vocabulary in a fixed order; undefined where it is what occurs in the examples, sorted. */
  vocabulary(): Promise<readonly string[] | undefined>;
  /** The examples as the dataset gives them, in its order; each call starts anew. Nothing is kept in memory. */
  examples(): AsyncIterable<Example<Input>>;
  /** What the latest stream left out so far. */
  skipped(): readonly SkippedExamples[];
  /** Paths of the sources read so far, by name. */
  files(): Promise<Readonly<Record<string, string>>>;
  /** Ids of the official split that was asked for. */
  splitIds(): Promise<SplitIds | undefined>;
  /** Hex sha256 over the dataset's id and version, the options and the digests of the files read so far. */
  fingerprint(): Promise<string>;
}

/**
 * Opens a dataset without reading it. Files are looked for when the stream first needs them.
 *
 * @throws ZodError when an option is unknown or has the wrong type; issue paths are the options' keys.
 * @throws DatasetError when the split is unknown; from the stream, when a file is missing or wrong.
 */
export function openDataset<Input, Options>(
  dataset: Dataset<Input, Options>,
  settings: LoadSettings<Options> = {},
): OpenDataset<Input, Options> {
  const { id, version } = dataset;
  const split = settings.split === undefined ? undefined : findSplit(dataset, settings.split);
  const options = dataset.options.parse({ ...split?.options, ...settings.options });
  const files = new SourceFiles(dataset, options, settings);
  let skipped = new Map<string, SkippedExamples>();
  const context = (count: DatasetContext<Options>["skip"]): DatasetContext<Options> => ({
    options,
    file: (filename) => files.file(filename),
    find: (filename) => files.find(filename),
    skip: count,
  });
  return {
    id,
    options,
    vocabulary: async () =>
      dataset.labels?.(
        options,
        context(() => {}),
      ),
    examples() {
      const ofThisStream = new Map<string, SkippedExamples>();
      skipped = ofThisStream;
      return dataset.examples(
        context((reason, place) => {
          const { count, first } = ofThisStream.get(reason) ?? { count: 0, first: at(place) };
          ofThisStream.set(reason, { reason, count: count + 1, first });
        }),
      );
    },
    skipped: () => [...skipped.values()],
    files: () => files.paths(),
    splitIds: async () => split?.ids(context(() => {})),
    fingerprint: async () => fingerprint({ id, version, options, files: await files.digests() }),
  };
}

function at(place: DatasetErrorPlace = {}): string {
  return new DatasetError("", place).message.replace(/: $/, "");
}
