import type { z } from "zod";
import type { DatasetErrorPlace } from "./DatasetError.js";

/** One example: an id that is unique in its dataset, an input, and the names of its true labels. */
export interface Example<Input> {
  readonly id: string;
  readonly input: Input;
  readonly labels: readonly string[];
}

/** A file, or a folder of files, that a dataset reads. It has a `url`, or says in `obtain` how a user gets it. */
export interface Source {
  /** Name below `<cache>/<dataset id>/` and `<mirror>/<dataset id>/`. */
  readonly filename: string;
  /** Default: "file". The files of a folder are not verified, and a folder is never fetched. */
  readonly kind?: "file" | "folder";
  /** Where to fetch the file from when neither folder has it. */
  readonly url?: string;
  /** How a user gets what has no URL (a login, a licence, files of one's own): an imperative sentence for an error. */
  readonly obtain?: string;
  /** Where the user says that it is: read there, before any other place. */
  readonly path?: string | undefined;
  /** Hex sha256 of the file's bytes. */
  readonly sha256?: string;
  /**
   * Hex sha256 over the lines `<sha256>  <path>\n` of an archive's files, sorted by path bytewise, the path
   * taken below the archive's top folder. For archives whose compressed bytes differ from host to host.
   */
  readonly contentDigest?: string;
  /** The folders below the archive's top folder that `contentDigest` covers; every file where absent. */
  readonly contentFolders?: readonly string[];
  /** Size in bytes. */
  readonly bytes?: number;
}

export type Modality = "features" | "text" | "image" | "video";

/** What a dataset is handed to read its examples: parsed options, verified files, and a count of what is left out. */
export interface DatasetContext<Options> {
  readonly options: Options;
  /**
   * Path of a source, verified.
   * @throws DatasetError when it is nowhere or is not the one that the source declares
   */
  file(filename: string): Promise<string>;
  /** As `file`, but undefined where the source is in no folder: nothing is fetched. For files that may be absent. */
  find(filename: string): Promise<string | undefined>;
  /** Counts an example that is left out because it cannot be read; `reason` groups the counts. */
  skip(reason: string, place?: DatasetErrorPlace): void;
}

/** Examples that a stream left out for one reason. */
export interface SkippedExamples {
  readonly reason: string;
  readonly count: number;
  /** Where the first of them was. */
  readonly first: string;
}

/** Ids of the three parts of a split. */
export interface SplitIds {
  readonly train: readonly string[];
  readonly validation: readonly string[];
  readonly test: readonly string[];
}

/** A split that the dataset's makers or a benchmark published. */
export interface OfficialSplit<Options> {
  /** Options that the published split presupposes; used where the user says nothing else. */
  readonly options?: Partial<Options>;
  ids(context: DatasetContext<Options>): Promise<SplitIds>;
}

/** What a dataset's documentation states; `sigf1 datasets check` and the conformance kit hold it against the examples. */
export interface StatedStatistics {
  readonly examples: number;
  readonly classes: number;
  /** Mean number of labels of an example, rounded to three decimals. */
  readonly cardinality: number;
}

/** A method, so that a dataset with options of its own is a `Dataset<unknown, unknown>`. */
interface SourcesOf<Options> {
  sources(options: Options): readonly Source[];
}

/** Everything that `defineDataset` takes. */
export interface DatasetDefinition<Input, Options> {
  /** Kebab-case id, for example `cancer-hallmarks`. */
  readonly id: string;
  /** Raise it when the examples of unchanged files change: caches depend on it. */
  readonly version: number;
  readonly title: string;
  readonly modality: Modality;
  readonly citation: string;
  readonly license: string;
  readonly homepage: string;
  /** What the dataset may read; a function where it depends on the options. */
  readonly sources: readonly Source[] | SourcesOf<Options>["sources"];
  /** A strict zod object in which every option has a default. */
  readonly options: z.ZodType<Options>;
  /** The label vocabulary in a fixed order; absent where it is what occurs in the examples, sorted. */
  labels?(
    options: Options,
    context: DatasetContext<Options>,
  ): readonly string[] | Promise<readonly string[]>;
  readonly splits?: Readonly<Record<string, OfficialSplit<Options>>>;
  /** What is known of the examples under these options; undefined where that depends on the user's files. */
  statistics?(options: Options): StatedStatistics | undefined;
  /** Streams the examples in a fixed order; each call starts anew. */
  examples(context: DatasetContext<Options>): AsyncIterable<Example<Input>>;
}

/** A definition that `defineDataset` has checked: what a dataset package exports. */
export type Dataset<Input = unknown, Options = unknown> = Readonly<
  DatasetDefinition<Input, Options>
>;
