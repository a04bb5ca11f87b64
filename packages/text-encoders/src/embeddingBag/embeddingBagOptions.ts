import { z } from "zod";

const range = z
  .tuple([z.int().min(1), z.int().min(1)])
  .refine(([shortest, longest]) => shortest <= longest, {
    error: "expected [shortest, longest] with shortest at most longest",
  })
  .readonly();

/** Options of `embeddingBag`. Every option has a default. */
export const embeddingBagOptions = z.strictObject({
  /** Length of a feature vector: a word or part of a word falls into one of so many buckets. Default 4096. */
  buckets: z.int().positive().default(4096),
  /** Shortest and longest n-gram in words. Default [1, 2]. */
  ngramRange: range.default([1, 2]),
  /**
   * Shortest and longest part of a word in characters, of the word between `<` and `>`, as in fastText, or null for
   * none. Default null.
   */
  subwordRange: range.nullable().default(null),
  /** `mean` divides counts by their sum, `sqrtn` by the square root of their sum. Default "mean". */
  combiner: z.enum(["mean", "sqrtn"]).default("mean"),
  /** Default true. */
  lowercase: z.boolean().default(true),
  /** Of the hash. Default 0. */
  seed: z.int32().nonnegative().default(0),
});

export type EmbeddingBagOptions = z.input<typeof embeddingBagOptions>;
