import { existsSync } from "node:fs";
import { join } from "node:path";
import { binarizeLabels, labelStatistics, loadDataset } from "@sigf1/datasets";
import { describeDataset } from "@sigf1/datasets/testing";
import { describe, expect, test } from "vitest";
import { moviePosters } from "./moviePosters.js";

const data = process.env.SIGF1_DATA ?? join(import.meta.dirname, "../../../../../shared/data");
const isHere = existsSync(join(data, "movie-posters", "train.csv"));
const title = isHere
  ? "2,000 posters"
  : `2,000 posters (SKIPPED: no movie-posters/train.csv in ${data}; set SIGF1_DATA)`;

describe.skipIf(!isHere)(title, () => {
  describeDataset(moviePosters, { data, options: { minCount: 100 } });

  test("have 25 genres, 2.336 each on average; rows without an image and repeated rows are counted", async () => {
    const { examples, labels, skipped } = await loadDataset(moviePosters, { data });
    const { cardinality, labelsPerExample } = labelStatistics(binarizeLabels(examples, labels));
    expect([examples.length, labels.length]).toEqual([2000, 25]);
    expect(cardinality).toBeCloseTo(2.336, 3);
    expect(labelsPerExample).toEqual([0, 347, 634, 1019]);
    expect(Object.fromEntries(skipped.map(({ reason, count }) => [reason, count]))).toEqual({
      "the image is missing": 5242,
      "an earlier row has the same id and genres": 12,
    });
  });
});
