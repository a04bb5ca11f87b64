import { useEngine } from "@sigf1/engine";
import { memory } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { resolveExperiment } from "../config/resolveExperiment.js";
import { fitHead } from "./fitHead.js";

it("fitHead leaves no weights behind where the loss cannot be made", async () => {
  await useEngine("cpu");
  const text = "experiment: s\ndataset: simulated\nencoder: identity\nlosses: [focal]\n";
  const { losses } = await resolveExperiment(text, "s.yaml");
  const [plan] = losses;
  if (plan === undefined) throw new Error("one loss");
  const part = {
    features: { rows: 2, cols: 3, data: new Float32Array(6) },
    labels: { rows: 2, cols: 2, data: Uint8Array.of(1, 0, 0, 1) },
  };
  const create = () => {
    throw new Error("no such loss");
  };
  const { numTensors } = memory();
  await expect(
    fitHead(
      { plan: { ...plan, create }, seed: 0, compiled: false, trained: part },
      {
        parts: { train: part, validation: part, test: part },
        classes: ["a", "b"],
        decisions: [],
        observer: () => {},
      },
    ),
  ).rejects.toThrow("no such loss");
  expect(memory().numTensors).toBe(numTensors);
});
