import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  binarizeLabels,
  type LoadSettings,
  labelStatistics,
  loadDataset,
  stratifiedSplit,
} from "@sigf1/datasets";
import { describeDataset } from "@sigf1/datasets/testing";
import { describe, expect, test } from "vitest";
import { type CancerHallmarksOptions, cancerHallmarks } from "./cancerHallmarks.js";
import { fullLabels, topLevelLabels } from "./labels.js";

test("the vocabulary has 10 hallmarks and 36 labels; a hallmark is what stands before the first --", () => {
  expect(topLevelLabels).toHaveLength(10);
  expect(fullLabels).toHaveLength(36);
  expect([...new Set(fullLabels.map((label) => label.split("--")[0]))]).toEqual(topLevelLabels);
  expect(new Set(fullLabels).size).toBe(36);
});

const data = process.env.SIGF1_DATA ?? join(import.meta.dirname, "../../../../../shared/data");
const corpusIsHere = existsSync(join(data, "cancer-hallmarks", "hallmarks-of-cancer.tar.gz"));
const title = corpusIsHere
  ? "the corpus"
  : `the corpus (SKIPPED: no cancer-hallmarks/hallmarks-of-cancer.tar.gz in ${data}; set SIGF1_DATA)`;

describe.skipIf(!corpusIsHere)(title, () => {
  describeDataset(cancerHallmarks, { data });

  async function load(settings: LoadSettings<CancerHallmarksOptions> = {}) {
    const loaded = await loadDataset(cancerHallmarks, { ...settings, data });
    const matrix = binarizeLabels(loaded.examples, loaded.labels);
    return { ...loaded, matrix, statistics: labelStatistics(matrix) };
  }

  test("by default has 1,580 abstracts with 1 to 5 of 10 hallmarks, 1.561 on average", async () => {
    const { labels, statistics } = await load();
    expect(statistics.examples).toBe(1580);
    expect(statistics.cardinality).toBeCloseTo(1.561, 3);
    expect(statistics.labelsPerExample).toEqual([0, 920, 478, 145, 30, 7]);
    expect(Object.fromEntries(labels.map((label, col) => [label, statistics.counts[col]]))).toEqual(
      {
        "Sustaining proliferative signaling": 462,
        "Resisting cell death": 429,
        "Genomic instability and mutation": 333,
        "Activating invasion and metastasis": 291,
        "Tumor promoting inflammation": 240,
        "Evading growth suppressors": 240,
        "Inducing angiogenesis": 143,
        "Enabling replicative immortality": 115,
        "Avoiding immune destruction": 108,
        "Cellular energetics": 105,
      },
    );
  });

  test('with unlabelled: "keep" has 1,852 abstracts, 272 of them without a label', async () => {
    const { statistics } = await load({ options: { unlabelled: "keep" } });
    expect(statistics.examples).toBe(1852);
    expect(statistics.labelsPerExample).toEqual([272, 920, 478, 145, 30, 7]);
  });

  test('with labels: "full" has 36 labels, each of which occurs', async () => {
    const { labels, statistics, examples } = await load({ options: { labels: "full" } });
    expect(labels).toEqual(fullLabels);
    expect(statistics.examples).toBe(1580);
    expect(Math.min(...statistics.counts)).toBeGreaterThan(0);
    const topLevel = await load();
    expect(
      examples.map(({ labels: full }) => [...new Set(full.map((label) => label.split("--")[0]))]),
    ).toEqual(topLevel.examples.map((example) => example.labels));
  });

  test.each([
    { labels: "top-level", unlabelled: "drop" },
    { labels: "top-level", unlabelled: "keep" },
    { labels: "full", unlabelled: "drop" },
    { labels: "full", unlabelled: "keep" },
  ] as const)("has the statistics that the dataset states with %o", async (options) => {
    const { examples, classes, cardinality } = (await load({ options })).statistics;
    expect({ examples, classes, cardinality: Number(cardinality.toFixed(3)) }).toEqual(
      cancerHallmarks.statistics?.(options),
    );
  });

  test("has its examples in ascending order of their PubMed ids, each with a text", async () => {
    const { examples } = await load();
    const ids = examples.map(({ id }) => Number(id));
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(Math.min(...examples.map(({ input }) => input.length))).toBeGreaterThan(100);
  });

  test('split: "blurb" divides all 1,852 abstracts into 1,295 / 186 / 371', async () => {
    const { examples, split } = await load({ split: "blurb" });
    expect(examples).toHaveLength(1852);
    expect([split?.train.length, split?.validation.length, split?.test.length]).toEqual([
      1295, 186, 371,
    ]);
  });

  test("stratified 70/10/20 splits of the labelled abstracts keep each hallmark within 2 of its share and sizes within 2 %", async () => {
    const { matrix, statistics } = await load();
    const fractions = { train: 0.7, validation: 0.1, test: 0.2 };
    for (let seed = 0; seed < 5; seed++) {
      const split = stratifiedSplit(matrix, fractions, seed);
      for (const part of ["train", "validation", "test"] as const) {
        expect(Math.abs(split[part].length / 1580 - fractions[part])).toBeLessThan(0.02);
        statistics.counts.forEach((count, col) => {
          const here = split[part].filter(
            (row) => matrix.data[row * matrix.cols + col] === 1,
          ).length;
          expect(Math.abs(here - count * fractions[part])).toBeLessThan(2);
        });
      }
    }
  });
});
