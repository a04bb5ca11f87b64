import { expect, it } from "vitest";
import { resolveExperiment } from "./resolveExperiment.js";

const resolve = (dataset: string, encoder: string, head: string, ofLoss = "{}") =>
  resolveExperiment(
    `experiment: heads
dataset: ${dataset}
encoder: ${encoder}
head: ${head}
losses: [{ use: focal, head: ${ofLoss} }]
`,
    "heads.yaml",
  );

it("takes a cnn on pixels of its size, by default that of the encoder, and on features", async () => {
  await resolve("movie-posters", "pixels", "{ use: cnn }");
  const sized = "width: 32, height: 48";
  await resolve("movie-posters", `{ use: pixels, ${sized} }`, `{ use: cnn, ${sized} }`);
  await resolve("simulated", "identity", "{ use: cnn, width: 2, height: 2 }");
});

it.each([
  [
    ["cancer-hallmarks", "tf-idf", "{ use: cnn }"],
    'heads.yaml:4: head.use: "cnn" takes the encoder "pixels", but the encoder is "tf-idf"',
  ],
  [
    ["cancer-hallmarks", "tf-idf", "{}", "{ use: cnn }"],
    'heads.yaml:5: losses.0.head.use: "cnn" takes the encoder "pixels"',
  ],
  [
    ["movie-posters", "{ use: pixels, height: 32 }", "{ use: cnn }"],
    'heads.yaml:4: head.height: the head "cnn" takes images of 64 × 64, but the encoder "pixels" gives 64 × 32',
  ],
] as const)("names the key of a cnn that does not get its pixels: %j", async (args, message) => {
  await expect(resolve(...(args as [string, string, string]))).rejects.toThrow(message);
});
