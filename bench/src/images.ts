import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { pipeline, RawImage } from "@huggingface/transformers";
import { imageFeatures } from "@sigf1/image-encoders";
import type { Comparison } from "./compare.js";
import { inTemporaryFolder } from "./inTemporaryFolder.js";
import { median } from "./median.js";
import { summary } from "./summary.js";

const [COUNT, ROUNDS] = [500, 3];
const MODEL = "mobilenet_v2_1.0_224";
/** Inputs of a call, as the feature store makes it. */
const BATCH = 64;

/**
 * Times decoding and MobileNetV2 features of 500 posters, in turn with transformers.js's own pipeline, image by image.
 * The posters are those of `SIGF1_DATA`, else invented; without `SIGF1_MODELS`, which has the model, nothing is timed.
 */
export const images = (): Promise<Comparison[]> =>
  inTemporaryFolder(async (cache) => {
    const { SIGF1_MODELS, SIGF1_DATA } = process.env;
    if (!SIGF1_MODELS) {
      console.log(`\nimages: not timed; SIGF1_MODELS names no folder with ${MODEL}`);
      return [];
    }
    const models = resolve(SIGF1_MODELS);
    const files = SIGF1_DATA
      ? posters(join(SIGF1_DATA, "movie-posters", "Images"))
      : await invented(cache);
    const theirs = await pipeline("image-feature-extraction", join(models, MODEL), {
      dtype: "fp32",
      local_files_only: true,
    });
    const ours = await imageFeatures({ model: MODEL }, { models, cache });
    const candidates = {
      "@sigf1/image-encoders": async () => {
        for (let i = 0; i < files.length; i += BATCH) await ours.encode(files.slice(i, i + BATCH));
      },
      "transformers.js": async () => {
        for (const file of files) await theirs(file, { pool: true });
      },
    };
    const times = Object.entries(candidates).map(([label, run]) => {
      const each: number[] = [];
      return { label, run, each };
    });
    for (let round = 0; round < ROUNDS; round++) {
      for (const { run, each } of times) {
        const start = performance.now();
        await run();
        each.push(performance.now() - start);
      }
    }
    ours.dispose();
    await theirs.dispose();
    const [first, second] = times.map(({ each }) => median(each)) as [number, number];
    return [
      {
        title: `${MODEL} features of ${files.length} ${SIGF1_DATA ? "posters" : "invented images"}, decoding included`,
        target: "≤ 0.588 (1.7 times as fast)",
        times: times.map(({ label, each }) => summary(label, each)),
        ratio: first / second,
      },
    ];
  });

function posters(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".jpg"));
  return names
    .sort()
    .slice(0, COUNT)
    .map((name) => join(folder, name));
}

/** JPEGs of a poster's size, of smooth colours with some texture. */
async function invented(folder: string): Promise<string[]> {
  const [width, height] = [300, 430];
  const files: string[] = [];
  for (let n = 0; n < COUNT; n++) {
    const data = Uint8ClampedArray.from({ length: width * height * 3 }, (_, i) => {
      const [x, y] = [Math.floor(i / 3) % width, Math.floor(i / (3 * width))];
      return 128 + 80 * Math.sin((x * (1 + (n % 7))) / 40 + (i % 3)) + 40 * Math.sin(y * x + n);
    });
    const file = join(folder, `${n}.jpg`);
    await new RawImage(data, width, height, 3).save(file);
    files.push(file);
  }
  return files;
}
