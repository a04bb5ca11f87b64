import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  binarizeLabels,
  DatasetError,
  type LoadSettings,
  labelStatistics,
  loadDataset,
} from "@sigf1/datasets";
import { describeDataset } from "@sigf1/datasets/testing";
import { create } from "tar";
import { describe, expect, onTestFinished, test } from "vitest";
import { type ChemicalExposureOptions, chemicalExposure } from "./chemicalExposure.js";
import { fullLabels, mlNetLabels } from "./labels.js";

const filename = "chemical-exposure-information-corpus.tar.gz";

test("an archive that reads well but is not the corpus is refused by its content digest", async () => {
  const mirror = mkdtempSync(join(tmpdir(), "sigf1-exposure-"));
  onTestFinished(() => rmSync(mirror, { recursive: true }));
  const folder = join(mirror, "chemical-exposure");
  for (const [path, content] of [
    ["text", "An invented sentence .\n"],
    ["labels", "<exposure routes--combined"],
  ] as const) {
    mkdirSync(join(folder, "top", path), { recursive: true });
    writeFileSync(join(folder, "top", path, "1.txt"), content);
  }
  create({ sync: true, gzip: true, cwd: folder, file: join(folder, filename) }, ["top"]);
  const load = loadDataset(chemicalExposure, { data: mirror, cache: join(mirror, "cache") });
  await expect(load).rejects.toThrow(DatasetError);
  await expect(load).rejects.toThrow(
    /content digest is [\da-f]{64}, expected 24516211e5a94abfe48d13bcf0d01ab5967cea2d8e8263e6845269370f316a2b/,
  );
});

const data = process.env.SIGF1_DATA ?? join(import.meta.dirname, "../../../../../shared/data");
const corpusIsHere = existsSync(join(data, "chemical-exposure", filename));
const title = corpusIsHere
  ? "the corpus"
  : `the corpus (SKIPPED: no chemical-exposure/${filename} in ${data}; set SIGF1_DATA)`;

describe.skipIf(!corpusIsHere)(title, () => {
  describeDataset(chemicalExposure, { data });

  async function load(options: LoadSettings<ChemicalExposureOptions>["options"] = {}) {
    const loaded = await loadDataset(chemicalExposure, { options, data });
    return {
      ...loaded,
      statistics: labelStatistics(binarizeLabels(loaded.examples, loaded.labels)),
    };
  }

  test("by default has 3,661 abstracts with 0 to 8 of ML-Net's 32 labels, 2.04 on average", async () => {
    const { labels, statistics } = await load();
    expect(labels).toEqual(mlNetLabels);
    expect(statistics.examples).toBe(3661);
    expect(statistics.cardinality).toBeCloseTo(2.04, 3);
    expect(statistics.labelsPerExample).toEqual([155, 1292, 1177, 566, 294, 126, 41, 8, 2]);
    expect(statistics.counts).toEqual([
      8, 78, 27, 141, 52, 94, 300, 65, 62, 777, 106, 86, 744, 167, 418, 177, 120, 60, 784, 168, 165,
      153, 356, 247, 254, 174, 63, 424, 256, 647, 164, 131,
    ]);
  });

  test('with unlabelled: "drop" has the 3,506 abstracts that have one of ML-Net\'s labels', async () => {
    const { statistics } = await load({ unlabelled: "drop" });
    expect(statistics.labelsPerExample).toEqual([0, 1292, 1177, 566, 294, 126, 41, 8, 2]);
  });

  test('with labels: "full" has 72 labels, each of which occurs, and 1 to 13 in an abstract', async () => {
    const { labels, statistics } = await load({ labels: "full" });
    expect(labels).toEqual(fullLabels);
    expect(Math.min(...statistics.counts)).toBeGreaterThan(0);
    expect(statistics.labelsPerExample).toEqual([
      0, 792, 1089, 690, 459, 304, 151, 80, 47, 17, 15, 10, 6, 1,
    ]);
  });

  test.each([
    { labels: "ml-net", unlabelled: "drop" },
    { labels: "ml-net", unlabelled: "keep" },
    { labels: "full", unlabelled: "drop" },
    { labels: "full", unlabelled: "keep" },
  ] as const)("has the statistics that the dataset states with %o", async (options) => {
    const { examples, classes, cardinality } = (await load(options)).statistics;
    expect({ examples, classes, cardinality: Number(cardinality.toFixed(3)) }).toEqual(
      chemicalExposure.statistics?.(options),
    );
  });

  test("has its examples in ascending order of their PubMed ids, each with a text", async () => {
    const { examples } = await load();
    const ids = examples.map(({ id }) => Number(id));
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(Math.min(...examples.map(({ input }) => input.length))).toBeGreaterThan(0);
  });
});
