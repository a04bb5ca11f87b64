import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { RawImage } from "@huggingface/transformers";
import { expect, it } from "vitest";
import { temporaryFolder } from "../testing/temporaryFolder.test.fixture.js";
import { videoFeatures, videoFeaturesOptions } from "./videoFeatures.js";

/** Its features are the mean of each channel, from −1 to 1. */
const models = fileURLToPath(
  new URL("../../../../packages/image-encoders/golden/models", import.meta.url),
);

it("gives the mean of the features of a clip's frames", async () => {
  const folder = await temporaryFolder();
  const clip = join(folder, "clip");
  await mkdir(clip);
  for (const value of [255, 0]) {
    const frame = new RawImage(new Uint8ClampedArray(12).fill(value), 2, 2, 3);
    await frame.save(join(clip, `${value}.png`));
  }
  const options = videoFeaturesOptions.parse({ model: "means", frames: 2 });
  const encoder = await videoFeatures(options, { models, cache: folder });
  expect(
    [...(await encoder.encode([{ clip }]))].map((value) => Math.abs(value).toFixed(4)),
  ).toEqual(["0.0000", "0.0000", "0.0000"]);
  expect(encoder.id).toMatch(/2 frames/);
  await expect(encoder.encode([{}])).rejects.toThrow('clips: "required"');
  encoder.dispose();
});
