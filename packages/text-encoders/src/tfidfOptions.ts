import { z } from "zod";

const documentFrequency = z
  .number()
  .min(0)
  .refine((value) => value <= 1 || Number.isInteger(value), {
    error: "expected a number of documents (an integer) or a share of them (0 to 1)",
  });

/** Options of `tfidf`: scikit-learn's names in camelCase. Every option has a default. */
export const tfidfOptions = z
  .strictObject({
    /** Shortest and longest n-gram in words. Default [1, 2]; scikit-learn [1, 1]. */
    ngramRange: z
      .tuple([z.int().min(1), z.int().min(1)])
      .refine(([shortest, longest]) => shortest <= longest, {
        error: "expected [shortest, longest] with shortest at most longest",
      })
      .readonly()
      .default([1, 2]),
    /**
     * Terms in fewer training documents are left out: an integer from 1 counts documents, a number
     * below 1 is a share of them. Default 2; scikit-learn 1.
     */
    minDf: documentFrequency.default(2),
    /**
     * Terms in more training documents are left out: an integer from 2 counts documents, a number up to 1
     * is a share of them. Default 1, all documents.
     */
    maxDf: documentFrequency.default(1),
    /** 1 + ln(count) in place of the count. Default true; scikit-learn false. */
    sublinearTf: z.boolean().default(true),
    /** Whether idf counts one more document that has every term. Default true. */
    smoothIdf: z.boolean().default(true),
    /** Rows of unit length, or null for none. Default "l2". */
    norm: z.literal("l2").nullable().default("l2"),
    /** Default true. */
    lowercase: z.boolean().default(true),
    /** Words to leave out: scikit-learn's English list, or one's own. Default null, none. */
    stopWords: z
      .union([z.literal("english"), z.array(z.string()).readonly()])
      .nullable()
      .default(null),
    /** At most so many features; the best by `selection` are kept. Default null, all. */
    maxFeatures: z.int().positive().nullable().default(null),
    /**
     * What makes a feature good: "document-frequency" (default), in many training documents; "chi2", the
     * largest χ² statistic over the labels, which `fit` must then be given.
     */
    selection: z.enum(["document-frequency", "chi2"]).default("document-frequency"),
  })
  .refine(({ maxFeatures, selection }) => selection !== "chi2" || maxFeatures !== null, {
    path: ["selection"],
    error: 'selection "chi2" chooses among features: give maxFeatures too',
  });

export type TfidfOptions = z.input<typeof tfidfOptions>;
