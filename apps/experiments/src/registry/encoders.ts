import type { Modality } from "@sigf1/datasets";
import { type Encoder, identity, standardScaler } from "@sigf1/features";
import { imageFeatures, imageFeaturesOptions, pixels, pixelsOptions } from "@sigf1/image-encoders";
import {
  embeddingBag,
  embeddingBagOptions,
  lsa,
  lsaOptions,
  tfidf,
  tfidfOptions,
  transformer,
  transformerOptions,
} from "@sigf1/text-encoders";
import { z } from "zod";
import type { ModelFolders } from "./ModelFolders.js";
import { videoFeatures, videoFeaturesOptions } from "./videoFeatures.js";

/** An encoder that an experiment file can name. */
export interface EncoderEntry {
  /** What its inputs are. */
  readonly modality: Modality;
  readonly summary: string;
  /** Checks the options; what it gives makes a fresh encoder, and finds the model's files where it needs a model. */
  readonly create: z.ZodType<(folders: ModelFolders) => Encoder<never> | Promise<Encoder<never>>>;
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
  lsa: {
    modality: "text",
    summary: "tf-idf reduced by a truncated SVD (latent semantic analysis)",
    create: lsaOptions.transform((options) => () => lsa(options)),
  },
  "embedding-bag": {
    modality: "text",
    summary: "hashed words, for a head with an embedding",
    create: embeddingBagOptions.transform((options) => () => embeddingBag(options)),
  },
  "image-features": {
    modality: "image",
    summary: "features of a pretrained network, MobileNetV2 unless the option model says otherwise",
    create: imageFeaturesOptions.transform(
      (options) => (folders) => imageFeatures(options, folders),
    ),
  },
  "video-features": {
    modality: "video",
    summary: "the mean of the image features of some frames",
    create: videoFeaturesOptions.transform(
      (options) => (folders) => videoFeatures(options, folders),
    ),
  },
  pixels: {
    modality: "image",
    summary: "the pixels of the resized image, for the head cnn",
    create: pixelsOptions.transform((options) => () => pixels(options)),
  },
  distilbert: {
    modality: "text",
    summary: "pooled vectors of DistilBERT, or of another model of its kind",
    create: transformerOptions
      .extend({ model: transformerOptions.shape.model.default("distilbert-base-uncased") })
      .transform((options) => (folders) => transformer(options, folders)),
  },
};
