import type { HiddenStates } from "./pool.js";

/** A tokenizer and a model that are ready. */
export interface LoadedModel {
  /** Token ids of each text, special tokens included. */
  tokenize(texts: readonly string[]): number[][];
  /** The last layer's vectors; shorter rows are padded to the longest. */
  run(rows: readonly (readonly number[])[]): Promise<HiddenStates>;
  dispose(): Promise<void>;
}
