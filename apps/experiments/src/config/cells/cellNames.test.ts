import { expect, it } from "vitest";
import { cellNames } from "./cellNames.js";

it("cellNames names units by what they are, settings by their last keys, and leaves out what all share", () => {
  const cells = ["cancer-hallmarks", { use: "mulan", name: "yeast" }].flatMap((dataset) =>
    ["tf-idf", { use: "lsa", dimension: 100 }].flatMap((encoder) =>
      [1, 2].map((minDf) => ({
        dataset,
        encoder,
        "split.use": "random",
        "encoder.minDf": minDf,
      })),
    ),
  );
  expect(cellNames(cells)).toEqual([
    "cancer-hallmarks tf-idf minDf=1",
    "cancer-hallmarks tf-idf minDf=2",
    "cancer-hallmarks lsa minDf=1",
    "cancer-hallmarks lsa minDf=2",
    "mulan tf-idf minDf=1",
    "mulan tf-idf minDf=2",
    "mulan lsa minDf=1",
    "mulan lsa minDf=2",
  ]);
});

it("cellNames leaves out what says no more than the values before it", () => {
  const names = cellNames([
    { dataset: "a", encoder: "tf-idf", "training.epochs": 10 },
    { dataset: "b", encoder: "pixels", "training.epochs": 20 },
    { dataset: "b", encoder: "image-features", "training.epochs": 20 },
  ]);
  expect(names).toEqual(["a tf-idf", "b pixels", "b image-features"]);
});

it("cellNames tells units of one name apart by the options in which they differ", () => {
  const names = cellNames([
    { dataset: { use: "mulan", name: "emotions", missing: "zero" } },
    { dataset: { use: "mulan", name: "yeast", missing: "zero" } },
    { dataset: { use: "simulated", classes: 4 } },
    { dataset: { use: "simulated" } },
  ]);
  expect(names).toEqual(["mulan emotions", "mulan yeast", "simulated classes=4", "simulated"]);
});

it("cellNames gives the whole path where two axes end in the same key", () => {
  const cells = [
    { "dataset.seed": 1, "encoder.seed": 1 },
    { "dataset.seed": 2, "encoder.seed": 1 },
    { "dataset.seed": 2, "encoder.seed": 2 },
  ];
  expect(cellNames(cells)).toEqual([
    "dataset.seed=1 encoder.seed=1",
    "dataset.seed=2 encoder.seed=1",
    "dataset.seed=2 encoder.seed=2",
  ]);
});

it("cellNames cuts names too long for a folder, and tells those apart by a digest", () => {
  const widths = Array.from({ length: 200 }, (_, i) => i);
  const [one = "", other = "", short] = cellNames([
    { head: { hidden: widths } },
    { head: { hidden: [...widths, 1] } },
    { head: { hidden: [8] } },
  ]);
  for (const name of [one, other]) {
    expect(name).toMatch(/^hidden=0-1-2-3-.{85}-[0-9a-f]{8}$/);
  }
  expect(one).not.toBe(other);
  expect(one.slice(0, 100)).toBe(other.slice(0, 100));
  expect(short).toBe("hidden=8");
});

it("cellNames writes paths, lists and mappings so that they can be folders", () => {
  const cells = [
    { dataset: "./poems/haiku.js", head: { hidden: [8, 4] } },
    { dataset: "@scope/name", head: { hidden: [8, 4] } },
    { dataset: "@scope/name", head: { hidden: [] } },
  ];
  expect(cellNames(cells)).toEqual([
    "poems-haiku.js hidden=8-4",
    "scope-name hidden=8-4",
    "scope-name hidden=none",
  ]);
});
