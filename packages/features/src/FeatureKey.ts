import { z } from "zod";

/** What features depend on. Equal keys share a folder; each digest is a hex sha256. */
export const featureKey = z.strictObject({
  /** Names the dataset with its version and options. */
  dataset: z.string(),
  /** The encoder's id. */
  encoder: z.string(),
  /** Digest of the ids that the encoder was fitted on; null where it has no `fit`. */
  fittedIds: z.string().nullable(),
  /** Digest of the labels that it was fitted with; null without labels. */
  fittedLabels: z.string().nullable(),
  /** Digest of the ids that were encoded, in order. */
  encodedIds: z.string(),
});

export type FeatureKey = Readonly<z.infer<typeof featureKey>>;
