import { join } from "node:path";
import { cacheFolder } from "@sigf1/datasets";
import type { Encoder } from "@sigf1/features";
import { frameMeans, imageFeatures, imageFeaturesOptions } from "@sigf1/image-encoders";
import { z } from "zod";
import type { ModelFolders } from "./ModelFolders.js";

/** What the encoder needs of the input of a video dataset. */
interface Video {
  /** Path of a video or of a folder of its frames. */
  readonly clip?: string;
}

/** Options of `videoFeatures`: those of `imageFeatures`, and the number of frames. */
export const videoFeaturesOptions = imageFeaturesOptions.extend({
  frames: z.int().positive().default(8),
});

/** Encodes a clip as the mean of the features of some of its frames, evenly spaced; frames are kept in the cache. */
export async function videoFeatures(
  { frames: count, ...options }: z.infer<typeof videoFeaturesOptions>,
  folders: ModelFolders,
): Promise<Encoder<Video>> {
  const { extractFrames } = await import("@sigf1/dataset-holistic-video");
  const folder = join(cacheFolder(), "frames");
  const frames = async ({ clip }: Video) => {
    if (clip !== undefined) return extractFrames(clip, { frames: count, folder });
    throw new Error('an example has no clip; give the dataset the option clips: "required"');
  };
  return frameMeans(await imageFeatures(options, folders), frames, `${count} frames`);
}
