import { expect, test } from "vitest";
import { fullLabels, mlNetLabels } from "./labels.js";

test("the full vocabulary has 72 labels, none twice, sorted", () => {
  expect(new Set(fullLabels).size).toBe(72);
  expect(fullLabels).toEqual([...fullLabels].sort());
});

test("ML-Net's vocabulary has 32 labels: no site comparisons, no groups of people, no small first b", () => {
  expect(mlNetLabels).toHaveLength(32);
  expect(new Set(mlNetLabels.map((label) => label.split("--")[0]))).toEqual(
    new Set(["Biomonitoring", "exposure routes"]),
  );
  const groups = mlNetLabels.filter((label) => /children|workers|women/.test(label));
  expect(groups).toEqual([]);
});
