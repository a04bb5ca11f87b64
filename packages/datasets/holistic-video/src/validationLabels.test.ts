import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { binarizeLabels, DatasetError, labelStatistics, loadDataset } from "@sigf1/datasets";
import { describeDataset } from "@sigf1/datasets/testing";
import { describe, expect, test } from "vitest";
import { categories } from "./HolisticVideoOptions.js";
import { holisticVideo } from "./holisticVideo.js";
import { mirror } from "./mirror.test.fixture.js";

const data = process.env.SIGF1_DATA ?? join(import.meta.dirname, "../../../../../shared/data");
const labels = "holistic-video/HVU_Val_V1.0.zip";
const isHere = existsSync(join(data, labels));
const title = isHere
  ? "the validation labels"
  : `the validation labels (SKIPPED: no ${labels} in ${data}; set SIGF1_DATA)`;

describe.skipIf(!isHere)(title, () => {
  describeDataset(holisticVideo, { data });

  test.each(categories)("have the stated statistics with category: %s", async (category) => {
    const { examples, labels, options } = await loadDataset(holisticVideo, {
      data,
      options: { category },
    });
    const { cardinality } = labelStatistics(binarizeLabels(examples, labels));
    expect({
      examples: examples.length,
      classes: labels.length,
      cardinality: Number(cardinality.toFixed(3)),
    }).toEqual(holisticVideo.statistics?.(options));
  });

  const tags = "HVU_Tags_Categories_V1.0.csv";
  const header = "Tags,youtube_id,time_start,time_end";

  /** A mirror with the published categories, some clips, and a table of labels. */
  function withLabels(rows: readonly string[], clips: readonly string[] = []) {
    const folders = mirror({
      "HVU_Val_V1.0.csv": `${[header, ...rows].join("\n")}\n`,
      ...Object.fromEntries(clips.map((clip) => [`clips/${clip}`, "x"])),
    });
    copyFileSync(join(data, "holistic-video", tags), join(folders.data, "holistic-video", tags));
    return folders;
  }

  test("are read unpacked, too, with the tags of a category alone and rare tags taken off", async () => {
    const folders = withLabels([
      "dobok|uniform|playing_trombone,aaaaaaaaaaa,1,3",
      "uniform,bbbbbbbbbbb,1,11",
      "recreation,ccccccccccc,1,11",
    ]);
    const load = async (options: object) => {
      const { examples, skipped } = await loadDataset(holisticVideo, { ...folders, options });
      expect(skipped).toMatchObject([
        { reason: "no tag is left by the options category and minCount", count: 1 },
      ]);
      return examples.map(({ id, labels: of }) => [id, ...of]);
    };
    expect(await load({ category: "action" })).toEqual([
      ["aaaaaaaaaaa_1_3", "playing_trombone"],
      ["ccccccccccc_1_11", "recreation"],
    ]);
    expect(await load({ minCount: 2 })).toEqual([
      ["aaaaaaaaaaa_1_3", "uniform"],
      ["bbbbbbbbbbb_1_11", "uniform"],
    ]);
  });

  test('with clips: "required" give the clips that are there and count each of the others once', async () => {
    const folders = withLabels(
      ["dobok,aaaaaaaaaaa,1,3", "uniform,bbbbbbbbbbb,1,11", "dobok,ccccccccccc,1,11"],
      ["aaaaaaaaaaa_000001_000003_.mp4", "ccccccccccc_000010_000110/img_00001.jpg"],
    );
    for (const minCount of [1, 2]) {
      const options = { clips: "required", minCount } as const;
      const { examples, skipped } = await loadDataset(holisticVideo, { ...folders, options });
      expect(examples.map(({ input }) => input)).toEqual([
        {
          youtubeId: "aaaaaaaaaaa",
          start: 1,
          end: 3,
          clip: join(folders.data, "holistic-video/clips/aaaaaaaaaaa_000001_000003_.mp4"),
        },
        {
          youtubeId: "ccccccccccc",
          start: 1,
          end: 11,
          clip: join(folders.data, "holistic-video/clips/ccccccccccc_000010_000110"),
        },
      ]);
      expect(skipped).toEqual([
        {
          reason: "the clip is missing or empty",
          count: 1,
          first: expect.stringMatching(/csv:3$/),
        },
      ]);
    }
  });

  test('with clips: "required" and no folder say how to get clips', async () => {
    const folders = withLabels(["dobok,aaaaaaaaaaa,1,3"]);
    const load = loadDataset(holisticVideo, { ...folders, options: { clips: "required" } });
    await expect(load).rejects.toThrow(/clips of holistic-video .*HVU-Downloader/s);
  });

  test("refuse a tag that has no category, with file and line", async () => {
    const load = loadDataset(
      holisticVideo,
      withLabels(["dobok,aaaaaaaaaaa,1,3", "wings,bbbbbbbbbbb,1,3"]),
    );
    await expect(load).rejects.toThrow(DatasetError);
    await expect(load).rejects.toThrow(
      /HVU_Val_V1\.0\.csv:3: .*"wings", which is not among the 3142 tags/,
    );
  });
});
