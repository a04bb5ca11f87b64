import type { z } from "zod";

/** One example: an id that is unique in its dataset, an input, and the names of its true labels. */
export interface Example<Input> {
  readonly id: string;
  readonly input: Input;
  readonly labels: readonly string[];
}

/** A file that a dataset needs. */
export interface Source {
  /** Name below `<cache>/<dataset id>/` and `<mirror>/<dataset id>/`. */
  readonly filename: string;
  /** Where to fetch it from when neither folder has it. */
  readonly url: string;
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

/** What a dataset is handed to read its examples: parsed options and verified files. */
export interface DatasetContext<Options> {
  readonly options: Options;
  /** Path of a verified source file. */
  file(filename: string): Promise<string>;
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
  readonly sources: readonly Source[];
  /** A strict zod object in which every option has a default. */
  readonly options: z.ZodType<Options>;
  /** The label vocabulary in a fixed order; absent where it is what occurs in the examples, sorted. */
  labels?(options: Options): readonly string[];
  readonly splits?: Readonly<Record<string, OfficialSplit<Options>>>;
  /** Streams the examples in a fixed order; each call starts anew. */
  examples(context: DatasetContext<Options>): AsyncIterable<Example<Input>>;
}

/** A definition that `defineDataset` has checked: what a dataset package exports. */
export type Dataset<Input = unknown, Options = unknown> = Readonly<
  DatasetDefinition<Input, Options>
>;
