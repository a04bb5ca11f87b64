import type { Encoder } from "./Encoder.js";
import type { Part } from "./Part.js";

/** What `encodeToStore` and `encodeCached` take. */
export interface EncodeOptions<Input> {
  /** Where features are kept; each key has a folder of its own in it. */
  readonly folder: string;
  /** Names the dataset with its version and every option that changes an input. */
  readonly dataset: string;
  readonly encoder: Encoder<Input>;
  /** The examples to encode, in the order of the rows wanted. */
  readonly part: Part<Input>;
  /** The training part, for an encoder that has `fit`. */
  readonly fitOn?: Part<Input>;
  /**
   * Rows of a shard, the unit in which an interrupted encode goes on. Default: 1,024, fewer where a
   * shard would pass 32 MiB. A folder that has shards already keeps their size.
   */
  readonly shardRows?: number;
  /** Inputs handed to `encoder.encode` at a time; default: what the encoder likes, else 64. */
  readonly batchRows?: number;
  /** Called after each shard that is there already and each batch that is encoded. */
  readonly onProgress?: (done: number, rows: number) => void;
  /** Called once where another process holds the lock of these features, which is waited for. */
  readonly onWait?: () => void;
  /** Called for a shard that is damaged and will be computed again; default `process.emitWarning`. */
  readonly onCorrupt?: (message: string) => void;
}
