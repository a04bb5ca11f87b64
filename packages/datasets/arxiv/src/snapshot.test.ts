import { existsSync } from "node:fs";
import { join } from "node:path";
import { binarizeLabels, labelStatistics, loadDataset } from "@sigf1/datasets";
import { describeDataset } from "@sigf1/datasets/testing";
import { describe, expect, test } from "vitest";
import type { ArxivOptions } from "./ArxivOptions.js";
import { arxiv } from "./arxiv.js";

const data = process.env.SIGF1_DATA ?? join(import.meta.dirname, "../../../../../shared/data");
const file = "arxiv/arxiv-metadata-oai-snapshot.json.gz";
const isHere = existsSync(join(data, file));
const title = isHere
  ? "30,000 papers"
  : `30,000 papers (SKIPPED: no ${file} in ${data}; set SIGF1_DATA)`;

describe.skipIf(!isHere)(title, () => {
  describeDataset(arxiv, { data });
  describeDataset(arxiv, {
    data,
    options: { years: [2019, 2019], sample: 2000, minCount: 20, categories: ["cs", "stat"] },
  });

  async function statistics(options: Partial<ArxivOptions>) {
    const { examples, labels } = await loadDataset(arxiv, { data, options });
    return labelStatistics(binarizeLabels(examples, labels));
  }

  test.each([
    [{}, 30_000, 153, 1.893],
    [{ minCount: 100 }, 29_988, 58, 1.842],
    [{ minCount: 1000 }, 26_030, 23, 1.579],
    [{ years: [2019, 2019] as const }, 5696, 120, 2.205],
    [{ years: [2019, 2019] as const, yearOf: "updated" as const }, 5696, 120, 2.205],
  ])("with %j are %i with %i categories, %f each on average", async (options, ...stated) => {
    const { examples, classes, cardinality } = await statistics(options);
    expect([examples, classes, Number(cardinality.toFixed(3))]).toEqual(stated);
  });

  test("with minCount hold each category so often, and have one each at least", async () => {
    const { counts, labelsPerExample } = await statistics({ minCount: 100 });
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(100);
    expect(labelsPerExample[0]).toBe(0);
  });
});
