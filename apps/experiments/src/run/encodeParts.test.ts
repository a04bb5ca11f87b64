import type { Encoder } from "@sigf1/features";
import type { RowSource } from "@sigf1/training";
import { beforeEach, expect, it, vi } from "vitest";
import { resolveExperiment } from "../config/resolveExperiment.js";
import { temporaryFolder } from "../testing/temporaryFolder.test.fixture.js";
import { encodeParts } from "./encodeParts.js";
import { loadExamples } from "./loadExamples.js";

const text = `experiment: small
dataset: { use: simulated, examples: 100, classes: 3 }
encoder: identity
losses: [focal]
`;

beforeEach(async () => vi.stubEnv("SIGF1_CACHE", await temporaryFolder()));

it("shows the encoder the training part alone when it learns, and gives each part its own rows", async () => {
  const resolved = await resolveExperiment(text, "small.yaml");
  const examples = await loadExamples(resolved, undefined);
  const positions = new Map(examples.dataset.examples.map(({ input }, i) => [input, i]));
  const at = (input: unknown) => positions.get(input) ?? Number.NaN;
  const fitted: { positions: number[]; labels: Uint8Array | undefined }[] = [];
  const encoder: Encoder<unknown> = {
    id: "recorder",
    dimension: 1,
    fit: async (inputs, labels) => {
      fitted.push({ positions: inputs.map(at), labels: labels?.data });
    },
    encode: async (batch) => Float32Array.from(batch, at),
    dispose() {},
  };
  const experiment = { ...resolved, createEncoder: () => encoder as Encoder<never> };
  const all = Array.from({ length: 100 }, (_, i) => i);
  const split = { train: all.slice(20, 80), validation: all.slice(80), test: all.slice(0, 20) };
  const parts = await encodeParts(experiment, examples, split, () => {});
  const onDisk = await encodeParts(experiment, examples, split, () => {}, undefined, 399);

  const labelsAt = (indices: readonly number[]) =>
    indices.flatMap((i) => [...examples.labels.data.subarray(i * 3, i * 3 + 3)]);
  expect(fitted.map((call) => call.positions)).toEqual([split.train]);
  expect([...(fitted[0]?.labels ?? [])]).toEqual(labelsAt(split.train));
  for (const name of ["train", "validation", "test"] as const) {
    expect(parts[name].features).toMatchObject({ data: Float32Array.from(split[name]) });
    expect([...parts[name].labels.data]).toEqual(labelsAt(split[name]));
    const { features, labels } = onDisk[name];
    expect(features).not.toHaveProperty("data");
    const rows = new Float32Array(2);
    await (features as RowSource).gather(Uint32Array.of(3, 0), rows);
    expect([...rows]).toEqual([split[name][3], split[name][0]]);
    expect(labels).toEqual(parts[name].labels);
  }
  await onDisk.close();
});

it("reads features of any size into memory where examples are to be made outliers", async () => {
  const outliers = text.replace("[focal]", "[{ use: focal, corruption: { outliers: 0.1 } }]");
  const experiment = await resolveExperiment(outliers, "small.yaml");
  const examples = await loadExamples(experiment, undefined);
  const split = { train: [0, 1, 2], validation: [3], test: [4] };
  const { train } = await encodeParts(experiment, examples, split, () => {}, undefined, 0);
  expect(train.features).toHaveProperty("data");
});

it("says once that it waits where another process encodes the same features", async () => {
  const experiment = await resolveExperiment(text, "small.yaml");
  const examples = await loadExamples(experiment, undefined);
  const split = { train: [0, 1, 2], validation: [3], test: [4] };
  const observer = vi.fn();
  await Promise.all([
    encodeParts(experiment, examples, split, observer),
    encodeParts(experiment, examples, split, observer),
  ]);
  const told = observer.mock.calls.flatMap(([event]) =>
    event.event === "warning" ? event.text : [],
  );
  expect(told).toEqual([expect.stringMatching(/^waiting for the lock of another process/)]);
});
