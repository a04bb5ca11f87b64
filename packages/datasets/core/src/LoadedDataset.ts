import type { Example, SkippedExamples } from "./Dataset.js";
import type { SplitIndices } from "./splits/SplitIndices.js";

/** A dataset in memory. */
export interface LoadedDataset<Input = unknown, Options = unknown> {
  readonly id: string;
  readonly examples: readonly Example<Input>[];
  /** The label vocabulary, in the order of the columns of a label matrix. */
  readonly labels: readonly string[];
  /** What could not be read and was left out, by reason. */
  readonly skipped: readonly SkippedExamples[];
  /** Hex sha256 over the dataset's id and version, the options and the digests of the files read: a key for caches. */
  readonly fingerprint: string;
  /** The parsed options, defaults filled in. */
  readonly options: Options;
  /** The official split that was asked for. */
  readonly split?: SplitIndices;
}
