import { z } from "zod";
import { tfidfOptions } from "../tfidfOptions.js";

/** Options of `lsa`: those of `tfidf` and these. Every option has a default. */
export const lsaOptions = tfidfOptions.safeExtend({
  /** Length of a feature vector: k of the truncated SVD. Default 100. */
  components: z.int().positive().default(100),
  /** Power iterations: more give the exact SVD more closely. Default 7. */
  iterations: z.int().nonnegative().default(7),
  /** Random directions besides `components`. Default 10, as in scikit-learn. */
  oversampling: z.int().nonnegative().default(10),
  /** Of the random directions. Default 0. */
  seed: z.int32().nonnegative().default(0),
  /** Whether features are divided by their L2 norm. Default true. */
  normalize: z.boolean().default(true),
});

export type LsaOptions = z.input<typeof lsaOptions>;
