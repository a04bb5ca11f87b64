import { existsSync } from "node:fs";
import { join } from "node:path";
import { binarizeLabels, DatasetError, labelStatistics, loadDataset } from "@sigf1/datasets";
import { describeDataset } from "@sigf1/datasets/testing";
import { describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { type MulanOptions, mulan } from "./mulan.js";
import { temporaryFiles } from "./temporaryFiles.test.fixture.js";

const arff = `@relation Weather
@attribute sun {0,1}
@attribute degrees numeric
@attribute rain {0,1}
@data
1,20.5,0
{1 -3.25, 2 1}
`;
const xml = `<labels><label name="sun"/><label name="rain"/></labels>`;

function load(files: Readonly<Record<string, string>>, options: Partial<MulanOptions>) {
  const folder = temporaryFiles(files);
  return loadDataset(mulan, { data: folder, cache: join(folder, "cache"), options });
}

const weather = [
  { id: "1", input: Float32Array.of(20.5), labels: ["sun"] },
  { id: "2", input: Float32Array.of(-3.25), labels: ["rain"] },
];

test("mulan reads <name>.arff and <name>.xml from its folder", async () => {
  const files = { "mulan/weather.arff": arff, "mulan/weather.xml": xml };
  expect((await load(files, { name: "weather" })).examples).toEqual(weather);
});

test("mulan reads a pair of files anywhere", async () => {
  const folder = temporaryFiles({ "a.arff": arff, "b.xml": xml });
  const options = { arff: join(folder, "a.arff"), xml: join(folder, "b.xml") };
  expect((await loadDataset(mulan, { options })).examples).toEqual(weather);
});

test("mulan states no statistics of sets that it does not know or that lie elsewhere", () => {
  const options = { name: "emotions", missing: "error" } as const;
  expect(mulan.statistics?.({ ...options, name: "weather" })).toBeUndefined();
  expect(mulan.statistics?.({ ...options, arff: "a.arff", xml: "b.xml" })).toBeUndefined();
});

test("mulan tells where to get a set that is not there", async () => {
  const missing = load({}, { name: "scene" });
  await expect(missing).rejects.toThrow(DatasetError);
  await expect(missing).rejects.toThrow("scene.xml of mulan is neither in the cache");
  await expect(missing).rejects.toThrow("Download the archive of scene from http://mulan.");
});

test.each([
  ["a value that is wrong", arff.replace("-3.25", "x"), xml, 'weather.arff:7: attribute "degrees"'],
  ["a missing value", arff.replace("20.5", "?"), xml, 'weather.arff:6: attribute "degrees" is'],
  ["a label without an attribute", arff, xml.replace("rain", "snow"), "weather.arff: there is no"],
])(
  "mulan throws a DatasetError with file and attribute for %s",
  async (_what, table, list, message) => {
    const loaded = load(
      { "mulan/weather.arff": table, "mulan/weather.xml": list },
      { name: "weather" },
    );
    await expect(loaded).rejects.toThrow(DatasetError);
    await expect(loaded).rejects.toThrow(message);
  },
);

test.each([
  ["only one path of a pair", { arff: "a.arff" }, "give both arff and xml"],
  ["a name with a folder", { name: "../emotions" }, "expected the name of a set"],
])("mulan throws a ZodError for %s", async (_what, options, message) => {
  await expect(load({}, options)).rejects.toThrow(ZodError);
  await expect(load({}, options)).rejects.toThrow(message);
});

const data = process.env.SIGF1_DATA ?? join(import.meta.dirname, "../../../../../shared/data");

describe.each([
  {
    name: "emotions",
    dimension: 72,
    first: [0.034741, 0.089665],
    labelsPerExample: [0, 178, 315, 100],
    counts: {
      "amazed-suprised": 173,
      "happy-pleased": 166,
      "relaxing-calm": 264,
      "quiet-still": 148,
      "sad-lonely": 168,
      "angry-aggresive": 189,
    },
  },
  {
    name: "yeast",
    dimension: 103,
    first: [0.004168, -0.170975],
    labelsPerExample: [0, 32, 412, 112, 1102, 173, 415, 102, 55, 9, 4, 1],
    counts: {
      Class1: 762,
      Class2: 1038,
      Class3: 983,
      Class4: 862,
      Class5: 722,
      Class6: 597,
      Class7: 428,
      Class8: 480,
      Class9: 178,
      Class10: 253,
      Class11: 289,
      Class12: 1816,
      Class13: 1799,
      Class14: 34,
    },
  },
])("the set $name", ({ name, dimension, first, labelsPerExample, counts }) => {
  const isHere = ["arff", "xml"].every((end) => existsSync(join(data, "mulan", `${name}.${end}`)));
  const title = isHere
    ? "from the data folder"
    : `(SKIPPED: no mulan/${name}.arff and .xml in ${data}; set SIGF1_DATA)`;

  describe.skipIf(!isHere)(title, () => {
    describeDataset(mulan, { data, options: { name } });

    test("has the features and labels that the README states", async () => {
      const { examples, labels } = await loadDataset(mulan, { data, options: { name } });
      const statistics = labelStatistics(binarizeLabels(examples, labels));
      const countOf = (label: string, col: number) => [label, statistics.counts[col]];
      expect(Object.fromEntries(labels.map(countOf))).toEqual(counts);
      expect(statistics.labelsPerExample).toEqual(labelsPerExample);
      expect(new Set(examples.map(({ input }) => input.length))).toEqual(new Set([dimension]));
      expect(examples[0]?.input.subarray(0, 2)).toEqual(Float32Array.from(first));
    });
  });
});
