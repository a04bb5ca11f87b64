import type { Modality } from "@sigf1/datasets";
import { type Encoder, identity, standardScaler } from "@sigf1/features";
import { tfidf, tfidfOptions } from "@sigf1/text-encoders";
import { z } from "zod";

/** An encoder that an experiment file can name. */
export interface EncoderEntry {
  /** What its inputs are. */
  readonly modality: Modality;
  readonly summary: string;
  /** Checks the options and makes a fresh encoder. */
  readonly create: z.ZodType<() => Encoder<never>>;
}

const none = z.strictObject({});

/** Every encoder by its name in experiment files. */
export const encoders: Readonly<Record<string, EncoderEntry>> = {
  identity: {
    modality: "features",
    summary: "features as they are",
    create: none.transform(() => identity),
  },
  "standard-scaler": {
    modality: "features",
    summary: "zero mean and unit variance on the training part",
    create: none.transform(() => standardScaler),
  },
  "tf-idf": {
    modality: "text",
    summary: "word n-grams weighted as scikit-learn's TfidfVectorizer does",
    create: tfidfOptions.transform((options) => () => tfidf(options)),
  },
};
