import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Dataset, DatasetDefinition, Example, Modality } from "../Dataset.js";
import { DatasetError } from "../DatasetError.js";
import { defineDataset } from "../defineDataset.js";
import { temporaryFolder } from "../temporaryFolder.test.fixture.js";
import { type CheckKey, checkNames } from "./Check.js";
import { checkDataset } from "./checkDataset.js";

const options = z.strictObject({
  size: z.int().min(4).default(6),
  unlabelled: z.enum(["keep", "drop"]).default("keep"),
});
type Options = z.infer<typeof options>;

const labelSets = [["a"], ["b", "a"], [], ["c"], ["b"], ["c", "b"]];

function* rows({ size, unlabelled }: Options): Generator<Example<unknown>> {
  for (let at = 0; at < size; at++) {
    const labels = labelSets[at % labelSets.length] ?? [];
    if (labels.length > 0 || unlabelled === "keep") {
      yield { id: `e${at}`, input: `text ${at}`, labels };
    }
  }
}

const sound = {
  id: "sound",
  version: 1,
  title: "Sound",
  modality: "text" as Modality,
  citation: "Somebody (2020)",
  license: "CC0-1.0",
  homepage: "https://example.org",
  sources: [],
  options,
  labels: () => ["a", "b", "c"],
  splits: {
    published: {
      ids: async () => ({ train: ["e0", "e1", "e2"], validation: ["e3"], test: ["e4", "e5"] }),
    },
  },
  statistics: ({ unlabelled }: Options) => ({
    examples: unlabelled === "keep" ? 6 : 5,
    classes: 3,
    cardinality: unlabelled === "keep" ? 1.167 : 1.4,
  }),
  async *examples({ options }) {
    yield* rows(options);
  },
} satisfies DatasetDefinition<unknown, Options>;

/** Names and details of the checks that a dataset fails. */
async function failures<Input, Options>(
  dataset: Dataset<Input, Options>,
  settings?: Parameters<typeof checkDataset<Input, Options>>[1],
): Promise<[string, string][]> {
  const checks = await checkDataset(dataset, settings);
  return checks.filter(({ passed }) => !passed).map(({ name, detail }) => [name, detail]);
}

const failing = (key: CheckKey, detail: RegExp) => [
  [checkNames[key], expect.stringMatching(detail)],
];

test("checkDataset finds nothing wrong with a sound dataset, under any of its options", async () => {
  expect(await failures(defineDataset(sound))).toEqual([]);
  expect(await failures(defineDataset(sound), { options: { unlabelled: "drop" } })).toEqual([]);
});

test("checkDataset reports every check once, in a fixed order", async () => {
  const names = (await checkDataset(defineDataset(sound))).map(({ name }) => name);
  expect(names).toEqual(Object.values(checkNames));
});

/** A dataset like the sound one, whose examples are changed on their way. */
const changed = (change: (example: Example<unknown>, at: number) => Partial<Example<unknown>>) =>
  defineDataset({
    ...sound,
    async *examples({ options }) {
      let at = 0;
      for (const example of rows(options)) yield { ...example, ...change(example, at++) };
    },
  });

const cases: [string, Dataset<unknown, Options>, CheckKey, RegExp][] = [
  ["without a licence", { ...sound, license: "" }, "definition", /license/],
  ["whose homepage is no URL", { ...sound, homepage: "example" }, "definition", /homepage/],
  [
    "with another order of its vocabulary at each call",
    { ...sound, labels: alternating(["a", "b", "c"], ["b", "a", "c"]) },
    "vocabulary",
    /different vocabularies or orders/,
  ],
  [
    "with a label twice in its vocabulary",
    { ...sound, labels: () => ["a", "b", "c", "b"] },
    "vocabulary",
    /"b" twice/,
  ],
  [
    "with an empty id",
    { ...changed((_, at) => (at === 3 ? { id: "" } : {})), splits: {} },
    "ids",
    /example "" \(number 4\)/,
  ],
  [
    "with an id twice",
    { ...changed((_, at) => (at === 3 ? { id: "e1" } : {})), splits: {} },
    "ids",
    /example "e1" \(number 4\): an earlier example/,
  ],
  [
    "with a label outside the vocabulary",
    changed((_, at) => (at === 0 ? { labels: ["z"] } : {})),
    "labels",
    /example "e0" \(number 1\): its label "z"/,
  ],
  [
    "with a label twice in an example",
    changed(({ labels }) => (labels.length === 1 ? { labels: [...labels, ...labels] } : {})),
    "labels",
    /example "e0" .* twice: a, a \(and 2 more\)/,
  ],
  [
    "that gives numbers for texts",
    changed(() => ({ input: 7 })),
    "inputs",
    /example "e0" .* text input: .*string.* \(and 5 more\)/,
  ],
  [
    "whose inputs change from stream to stream",
    changed(() => ({ input: String(Math.random()) })),
    "order",
    /another input/,
  ],
  [
    "with a statistic that is off by 0.001",
    { ...sound, statistics: () => ({ examples: 6, classes: 3, cardinality: 1.166 }) },
    "statistics",
    /stated: .* 1\.166; found: 6 examples, 3 classes, cardinality 1\.167/,
  ],
  [
    "whose split forgets an example",
    {
      ...sound,
      splits: {
        published: {
          ids: async () => ({ train: ["e0", "e1"], validation: ["e3"], test: ["e4", "e5"] }),
        },
      },
    },
    "splits",
    /does not list example "e2"/,
  ],
];

/** A function that gives one value, then the other, in turn. */
function alternating<Value>(one: Value, other: Value): () => Value {
  let calls = 0;
  return () => (calls++ % 2 === 0 ? one : other);
}

test.each(cases)("checkDataset fails a dataset %s", async (_what, dataset, key, detail) => {
  const found = await failures(dataset);
  // A stream that differs each time also differs after a break.
  const expected = found.filter(([name]) => key !== "order" || name !== checkNames.restart);
  expect(expected).toEqual(failing(key, detail));
});

test("checkDataset fails a dataset that goes on where a broken stream stopped", async () => {
  const all = [...rows(options.parse({}))];
  let from = 0;
  const dataset = defineDataset({
    ...sound,
    async *examples() {
      for (let at = from; at < all.length; at++) {
        from = at + 1;
        yield all[at] as Example<unknown>;
      }
      from = 0;
    },
  });
  const found = Object.fromEntries(await failures(dataset));
  expect(found[checkNames.restart]).toMatch(/example "e3" \(number 1\) differs/);
});

test("checkDataset fails options without a default or open to any key, and then reads nothing", async () => {
  for (const [wrong, detail] of [
    [z.strictObject({ size: z.int() }), /no default: size/],
    [z.looseObject({ size: z.int().default(6) }), /unknown option is accepted/],
  ] as const) {
    const dataset = { ...sound, options: wrong as unknown as typeof options };
    const found = Object.fromEntries(await failures(dataset));
    expect(found[checkNames.options]).toMatch(detail);
    expect(found[checkNames.stream]).toMatch("not checked");
  }
});

test("checkDataset fails an option that leaves the fingerprint as it is", async () => {
  const words = z.enum(["few", "many"]).default("few");
  // JSON, and with it the fingerprint, passes a function over.
  const hidden = z.strictObject({ words: words.transform((value) => () => value) });
  const dataset = defineDataset({
    ...sound,
    options: hidden,
    statistics: () => ({ examples: 6, classes: 3, cardinality: 1.167 }),
    async *examples() {
      yield* rows(options.parse({}));
    },
  });
  expect(await failures(dataset)).toEqual(
    failing("fingerprint", /option words: .* does not change/),
  );
});

test("checkDataset says with the dataset's own error why examples cannot be read, and passes other errors on", async () => {
  const missing = {
    ...sound,
    sources: [{ filename: "a.tsv", obtain: "Write it." }],
    examples: ({ file }: { file(name: string): Promise<string> }) =>
      (async function* () {
        yield { id: await file("a.tsv"), input: "", labels: [] };
      })(),
  };
  const folder = temporaryFolder();
  const found = await failures(missing, { cache: folder, data: folder });
  expect(found[0]).toEqual([checkNames.stream, expect.stringContaining("a.tsv")]);
  expect(found.slice(1).every(([, detail]) => detail.startsWith("not checked"))).toBe(true);

  const broken = changed(() => {
    throw new TypeError("a fault of the code");
  });
  await expect(checkDataset(broken)).rejects.toThrow(TypeError);
});

test("checkDataset refuses options that the dataset has not", async () => {
  const settings = { options: { size: "large" as never } };
  await expect(checkDataset(defineDataset(sound), settings)).rejects.toThrow(z.ZodError);
});

describe("a dataset that states no statistics", () => {
  const folder = () => {
    const data = temporaryFolder();
    mkdirSync(join(data, "sound"));
    writeFileSync(join(data, "sound", "a.txt"), "abc");
    return { data, cache: join(data, "cache") };
  };
  const { statistics, ...silent } = sound;
  const source = { filename: "a.txt", obtain: "Write it." };
  const sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  test("passes where the files are the user's, and is said to state none", async () => {
    const checks = await checkDataset({ ...silent, sources: [source] }, folder());
    const check = checks.find(({ name }) => name === checkNames.statistics);
    expect(check).toMatchObject({ passed: true, detail: expect.stringMatching(/^states none/) });
  });

  test("fails where a digest pins its files and the options are the defaults", async () => {
    const dataset = { ...silent, sources: [{ ...source, sha256 }] };
    const detail = /states none; .* can state them: 6 examples/;
    expect(await failures(dataset, folder())).toEqual(failing("statistics", detail));
    const settings = { ...folder(), options: { size: 4 } };
    expect(await failures({ ...dataset, splits: {} }, settings)).toEqual([]);
  });
});

test("a skipped example is counted in what is said of the stream", async () => {
  const dataset = defineDataset({
    ...sound,
    statistics: () => ({ examples: 6, classes: 3, cardinality: 1.167 }),
    async *examples({ options, skip }) {
      skip("without a text", { file: "a.tsv", line: 3 });
      yield* rows(options);
    },
  });
  const checks = await checkDataset(dataset);
  expect(checks.find(({ name }) => name === checkNames.stream)?.detail).toBe(
    "6 examples; left out: 1 without a text (a.tsv:3)",
  );
});

test("a DatasetError in the midst of the stream is reported with its place", async () => {
  const dataset = changed((_, at) => {
    if (at === 5) throw new DatasetError("expected a tab", { file: "a.tsv", line: 6 });
    return {};
  });
  const found = Object.fromEntries(await failures(dataset));
  expect(found[checkNames.stream]).toBe("a.tsv:6: expected a tab");
});
