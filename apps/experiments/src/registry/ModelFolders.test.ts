import { fileURLToPath } from "node:url";
import { afterEach, expect, it, vi } from "vitest";
import { resolveExperiment } from "../config/resolveExperiment.js";

const models = fileURLToPath(new URL("../../../../packages/text-encoders/golden", import.meta.url));
const file = (model: string) =>
  `{ experiment: s, dataset: cancer-hallmarks, encoder: { use: distilbert, model: ${model} }, losses: [focal] }`;

afterEach(() => vi.unstubAllEnvs());

it("gives an encoder the folder of models that the command line names, and before it SIGF1_MODELS", async () => {
  vi.stubEnv("SIGF1_MODELS", "/nowhere");
  const named = await resolveExperiment(file("tiny-distilbert"), "s.yaml", { models });
  expect((await named.createEncoder()).dimension).toBe(32);

  vi.stubEnv("SIGF1_MODELS", models);
  const fromEnvironment = await resolveExperiment(file("tiny-distilbert"), "s.yaml");
  expect((await fromEnvironment.createEncoder()).dimension).toBe(32);
});

it("names the option that an encoder with a model refuses, with its line", async () => {
  await expect(resolveExperiment(file("m, pooling: last"), "s.yaml")).rejects.toThrow(
    /^s.yaml:1: encoder.pooling: /,
  );
});
