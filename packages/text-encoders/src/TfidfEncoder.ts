import type { LearningEncoder } from "@sigf1/features";

/** A tf-idf encoder, which can say what its features are. */
export interface TfidfEncoder extends LearningEncoder<string> {
  /** The n-gram of each feature, in code point order; known after `fit`. */
  readonly terms: readonly string[];
}
