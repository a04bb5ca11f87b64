import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env, pipeline } from "@huggingface/transformers";
import sharp from "sharp";
import { describe, expect, it, vi } from "vitest";
import { imageFeatures } from "./imageFeatures.js";
import { temporaryFolder } from "./temporaryFolder.test.fixture.js";

const golden = join(import.meta.dirname, "../golden/models");
const { SIGF1_MODELS: models = "", SIGF1_DATA: data = "" } = process.env;
const posters = join(data, "movie-posters/Images");
const mobileNet = "mobilenet_v2_1.0_224";

async function plain(folder: string, name: string, background: string): Promise<string> {
  const file = join(folder, name);
  const create = { width: 20, height: 10, channels: 3 as const, background };
  writeFileSync(file, await sharp({ create }).png().toBuffer());
  return file;
}

/** 8-bit values as the models of the tests see them. */
const seen = (...values: number[]) => values.map((v) => (v / 255 - 0.5) / 0.5);

describe("imageFeatures", () => {
  it.each(["means", "maps"])(
    "gives the features of the model %s, a row for each file in order, however many pass together",
    async (model) => {
      const folder = temporaryFolder();
      const colours = ["#ff0000", "#00ff00", "#0000ff", "#804020", "#ffffff"];
      const files = await Promise.all(colours.map((c, i) => plain(folder, `${i}.png`, c)));
      const expected = seen(255, 0, 0, 0, 255, 0, 0, 0, 255, 128, 64, 32, 255, 255, 255);
      for (const batchSize of [1, 2, 5, 8]) {
        const encoder = await imageFeatures(
          { model, batchSize },
          { models: golden, cache: folder },
        );
        expect(encoder.dimension).toBe(3);
        const features = await encoder.encode(files);
        expect(features.length).toBe(expected.length);
        features.forEach((value, i) => {
          expect(value).toBeCloseTo(expected[i] ?? Number.NaN, 5);
        });
        expect((await encoder.encode([])).length).toBe(0);
        encoder.dispose();
      }
    },
  );

  it("has an id that follows the model's files, and not what changes no feature", async () => {
    const folder = temporaryFolder();
    const id = async (options: object, place = golden) => {
      const encoder = await imageFeatures(
        { model: "means", ...options },
        { models: place, cache: folder },
      );
      encoder.dispose();
      return encoder.id;
    };
    const before = await id({});
    expect(before).toMatch(/^image-features\(means, [0-9a-f]{12}\)$/);
    expect(await id({ batchSize: 3, threads: 1, maxPixels: 1000 })).toBe(before);
    cpSync(golden, join(folder, "models"), { recursive: true });
    const config = join(folder, "models/means/preprocessor_config.json");
    expect(await id({}, join(folder, "models"))).toBe(before);
    writeFileSync(config, readFileSync(config, "utf8").replace("0.5", "0.25"));
    expect(await id({}, join(folder, "models"))).not.toBe(before);
  });

  it("names the file that cannot be read", async () => {
    const folder = temporaryFolder();
    const files = await Promise.all(["a", "b", "c"].map((n) => plain(folder, `${n}.png`, "red")));
    writeFileSync(join(folder, "b.png"), "no image");
    const encoder = await imageFeatures(
      { model: "means", batchSize: 1 },
      { models: golden, cache: folder },
    );
    await expect(encoder.encode(files)).rejects.toThrow("b.png cannot be read as an image");
    encoder.dispose();
  });

  it("is disposed of once, however often that is asked", async () => {
    const source = { models: golden, cache: temporaryFolder() };
    const encoder = await imageFeatures({ model: "means" }, source);
    const rejected = vi.fn();
    process.once("unhandledRejection", rejected);
    encoder.dispose();
    encoder.dispose();
    await new Promise(setImmediate);
    process.off("unhandledRejection", rejected);
    expect(rejected).not.toHaveBeenCalled();
  });

  it("encodes nothing that is no path, and nothing after dispose", async () => {
    const encoder = await imageFeatures({ model: join(golden, "means") });
    await expect(encoder.encode([3] as never)).rejects.toThrow(
      new TypeError("imageFeatures: input 0 is of type number; expected the path of an image file"),
    );
    encoder.dispose();
    await expect(encoder.encode(["a.png"])).rejects.toThrow(
      "imageFeatures: disposed of; make a new one",
    );
  });

  it("takes the folder of a model by its path, and says where there is none", async () => {
    const encoder = await imageFeatures({ model: join(golden, "means") });
    expect(encoder.dimension).toBe(3);
    encoder.dispose();
    await expect(imageFeatures({ model: "./nowhere" })).rejects.toThrow(
      /^model .\/nowhere: .* is not a folder$/,
    );
  });

  it("refuses an unknown option or folder by its key", async () => {
    await expect(imageFeatures({ size: 8 } as never)).rejects.toThrow(
      new TypeError('imageFeatures: Unrecognized key: "size"'),
    );
    await expect(imageFeatures({}, { model: "means" } as never)).rejects.toThrow(
      new TypeError('imageFeatures, folders: Unrecognized key: "model"'),
    );
  });

  it("refuses a network that only classifies, and names what it gives", async () => {
    const source = { models: golden, cache: temporaryFolder() };
    await expect(imageFeatures({ model: "logits" }, source)).rejects.toThrow(
      'the model "logits" gives no image features: the network gives logits; expected pooler_output, image_embeds or last_hidden_state',
    );
  });

  it("says which file a folder lacks, and how to make the network", async () => {
    const folder = temporaryFolder();
    cpSync(join(golden, "means/config.json"), join(folder, "means/config.json"));
    const load = () => imageFeatures({ model: "means" }, { models: folder, cache: folder });
    await expect(load()).rejects.toThrow(
      `${join(folder, "means")} has no onnx/model.onnx; \`optimum-cli export onnx --model`,
    );
    cpSync(join(golden, "means/onnx"), join(folder, "means/onnx"), { recursive: true });
    await expect(load()).rejects.toThrow("has no preprocessor_config.json; copy it");
  });

  it("says which model cannot be used where a file is damaged", async () => {
    const folder = temporaryFolder();
    cpSync(join(golden, "means"), folder, { recursive: true });
    writeFileSync(join(folder, "onnx/model.onnx"), "no network");
    await expect(imageFeatures({ model: folder })).rejects.toThrow(
      `the model "${folder}" in ${folder} cannot be used: `,
    );
  });

  it("says in one sentence where a model was looked for and how to get it", async () => {
    const host = env.remoteHost;
    env.remoteHost = "http://127.0.0.1:1/"; // where nothing listens
    try {
      const [folder, cache] = [temporaryFolder(), temporaryFolder()];
      const error = await imageFeatures({ model: "owner/none" }, { models: folder, cache }).catch(
        (e) => e,
      );
      expect(error.message).toMatch(
        new RegExp(
          `^the model "owner/none" is not to be had from ${join(folder, "owner/none")} or ` +
            "https://huggingface.co/owner/none \\(.*(?:ECONNREFUSED|bad port).*\\): name one that the hub has as ONNX",
        ),
      );
      expect(error.message).toContain("optimum-cli export onnx --model <owner/name>");
      expect(error.message).toContain("into owner/none/ of a folder that you name as --models");
    } finally {
      env.remoteHost = host;
    }
  });

  it.each(["../means", "a/b/c", "/means", "", "a/../b"])(
    "refuses the model id %o",
    async (model) => {
      const source = { models: golden, cache: temporaryFolder() };
      await expect(imageFeatures({ model }, source)).rejects.toThrow();
    },
  );

  const ready = models && data && existsSync(join(models, mobileNet)) && existsSync(posters);
  it.skipIf(!ready)(
    `gives the 1,280 features of transformers.js's own pipeline for posters${ready ? "" : ` (SKIPPED: SIGF1_MODELS has no ${mobileNet}, or SIGF1_DATA no movie-posters/Images)`}`,
    { timeout: 60_000 },
    async () => {
      const names = readdirSync(posters).sort();
      const sizes = await Promise.all(
        names.slice(0, 20).map((name) => sharp(join(posters, name)).metadata()),
      );
      const files = names
        .filter((_, i) => (sizes[i]?.width ?? 0) >= 128) // smaller ones are enlarged in another way
        .map((name) => join(posters, name));
      const theirs = await pipeline("image-feature-extraction", join(models, mobileNet), {
        dtype: "fp32",
        local_files_only: true,
      });
      const encoder = await imageFeatures({}, { models, cache: temporaryFolder() });
      expect(encoder.dimension).toBe(1280);
      const features = await encoder.encode(files);
      for (const [i, file] of files.entries()) {
        const expected = (await theirs(file, { pool: true })).data as Float32Array;
        const row = features.subarray(i * 1280, (i + 1) * 1280);
        const difference = row.map((value, j) => Math.abs(value - (expected[j] ?? Number.NaN)));
        expect(Math.max(...difference)).toBeLessThan(1e-4);
      }
      encoder.dispose();
      await theirs.dispose();
    },
  );
});
