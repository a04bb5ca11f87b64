import { gzipSync } from "node:zlib";
import { DatasetError, loadDataset } from "@sigf1/datasets";
import { expect, test } from "vitest";
import type { ArxivOptions } from "./ArxivOptions.js";
import { arxiv } from "./arxiv.js";
import { mirror } from "./mirror.test.fixture.js";

const file = "arxiv-metadata-oai-snapshot.json";

const paper = (id: string, categories: string, year = 2020, updated = year) => ({
  id,
  title: `On ${id}`,
  abstract: "  Invented.\n",
  categories,
  versions: [{ version: "v1", created: `Mon, 2 Apr ${year} 19:18:42 GMT` }],
  update_date: `${updated}-05-06`,
});

const papers = [
  paper("2001.1", "cs.LG stat.ML"),
  paper("1801.2", "math.CO", 2018, 2020),
  paper("2002.3", "cs.CV cs.LG"),
  paper("1901.4", "cs.LG", 2019),
  paper("2003.5", "hep-th"),
];

const lines = (records: readonly unknown[]) =>
  `${records.map((record) => JSON.stringify(record)).join("\n")}\n`;

async function load(options: Partial<ArxivOptions>, content: string | Uint8Array = lines(papers)) {
  return loadDataset(arxiv, { ...mirror({ [file]: content }), options });
}

const idsOf = async (options: Partial<ArxivOptions>) =>
  (await load(options)).examples.map(({ id }) => id);

test("arxiv gives every paper, in the file's order: title, blank line, abstract, each on one line", async () => {
  const spaced = {
    ...paper("1", "cs.LG"),
    title: " A\n  title",
    abstract: "\n  Some\ttext\n  here. \n",
  };
  const { examples, labels } = await load({}, lines([spaced, ...papers]));
  expect(examples[0]).toEqual({ id: "1", input: "A title\n\nSome\ttext here.", labels: ["cs.LG"] });
  expect(examples.slice(1).map(({ id, labels: of }) => [id, of.join(" ")])).toEqual(
    papers.map(({ id, categories }) => [id, categories]),
  );
  expect(labels).toEqual(["cs.CV", "cs.LG", "hep-th", "math.CO", "stat.ML"]);
});

test("arxiv reads the snapshot gzipped, under its name with .gz", async () => {
  const folders = mirror({ [`${file}.gz`]: gzipSync(lines(papers)) });
  expect((await loadDataset(arxiv, folders)).examples).toHaveLength(5);
});

test("years looks at the first version's date, or at the record's latest change", async () => {
  expect(await idsOf({ years: [2018, 2019] })).toEqual(["1801.2", "1901.4"]);
  expect(await idsOf({ years: [2020, 2020] })).toEqual(["2001.1", "2002.3", "2003.5"]);
  expect(await idsOf({ years: [2018, 2019], yearOf: "updated" })).toEqual(["1901.4"]);
});

test("years reads a date without a time, too", async () => {
  const dated = { ...paper("1", "cs.LG"), versions: [{ version: "v1", created: "2011-04-02" }] };
  expect((await load({ years: [2011, 2011] }, lines([dated]))).examples).toHaveLength(1);
});

test("categories keeps the papers with one of these categories or archives, and all their categories", async () => {
  const { examples } = await load({ categories: ["stat.ML", "math"] });
  expect(examples.map(({ labels }) => labels)).toEqual([["cs.LG", "stat.ML"], ["math.CO"]]);
  expect(await idsOf({ categories: ["cs"] })).toEqual(["2001.1", "2002.3", "1901.4"]);
  await expect(load({ categories: ["c"] })).rejects.toThrow("no examples");
});

test("minCount takes rare categories off and counts the papers left without one", async () => {
  const { examples, labels, skipped } = await load({ minCount: 2 });
  expect(labels).toEqual(["cs.LG"]);
  expect(examples.map(({ id }) => id)).toEqual(["2001.1", "2002.3", "1901.4"]);
  expect(skipped).toMatchObject([{ reason: "no category is held by minCount papers" }]);
  expect(skipped[0]?.count).toBe((await load({})).examples.length - 3);
});

test("sample keeps so many papers of those asked for, in the file's order, by its seed", async () => {
  const many = Array.from({ length: 200 }, (_, at) =>
    paper(String(at), at % 2 ? "cs.LG" : "hep-th"),
  );
  const draw = async (seed: number) =>
    (await load({ categories: ["cs"], sample: 20, seed }, lines(many))).examples.map(({ id }) =>
      Number(id),
    );
  const drawn = await draw(1);
  expect(drawn).toHaveLength(20);
  expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b));
  expect(drawn.every((id) => id % 2 === 1)).toBe(true);
  expect(await draw(1)).toEqual(drawn);
  expect(await draw(2)).not.toEqual(drawn);
});

test("every category of a sample is held by at least minCount of its papers", async () => {
  const many = Array.from({ length: 300 }, (_, at) =>
    paper(String(at), `a.${at % 3} b.${at % 40}`),
  );
  const { examples, labels } = await load({ sample: 60, minCount: 5 }, lines(many));
  for (const label of labels) {
    expect(examples.filter(({ labels: of }) => of.includes(label)).length).toBeGreaterThanOrEqual(
      5,
    );
  }
  expect(labels).toEqual(expect.arrayContaining(["a.0", "a.1", "a.2"]));
});

const without = (field: string) => ({ ...paper("9", "cs.LG"), [field]: undefined });

test.each([
  ["a line that is no JSON", '{"id": "1", ', {}, `${file}:2: no JSON`],
  ["a line cut in two", JSON.stringify(paper("1", "cs.LG")).slice(0, 40), {}, `${file}:2: no JSON`],
  [
    "a value that is no record",
    "[]",
    {},
    `${file}:2: the record lacks id, title, abstract, categories`,
  ],
  ["a record without an id", JSON.stringify(without("id")), {}, `${file}:2: the record lacks id `],
  [
    "a record without a title",
    JSON.stringify(without("title")),
    {},
    `2: the record of "9" lacks title`,
  ],
  ["a record without an abstract", JSON.stringify(without("abstract")), {}, "lacks abstract"],
  ["a record without categories", JSON.stringify({ ...paper("9", " ") }), {}, "lacks categories"],
  [
    "a record without the date that is asked for",
    JSON.stringify(without("versions")),
    { years: [1991, 2020] as const },
    `2: the record of "9" has no date in versions[0].created`,
  ],
])("arxiv refuses %s with file and line, or counts it", async (_what, line, options, message) => {
  const content = `${JSON.stringify(papers[0])}\n${line}\n${JSON.stringify(papers[2])}\n`;
  const refused = load(options, content);
  await expect(refused).rejects.toThrow(DatasetError);
  await expect(refused).rejects.toThrow(message);
  for (const minCount of [1, 2]) {
    const { examples, skipped } = await load({ ...options, minCount, malformed: "skip" }, content);
    expect(examples.map(({ id }) => id)).toEqual(["2001.1", "2002.3"]);
    expect(skipped).toMatchObject([{ count: 1, first: expect.stringMatching(/\.json:2$/) }]);
  }
});

test("arxiv refuses a file that is not UTF-8, with its line", async () => {
  const bytes = Buffer.from(
    lines([paper("1", "cs.LG"), { ...paper("2", "cs.LG"), title: "Gödel" }]),
    "latin1",
  );
  await expect(load({}, bytes)).rejects.toThrow(/snapshot\.json:2: .*not valid UTF-8/);
});

test("arxiv refuses a paper that is there twice", async () => {
  await expect(load({}, lines([...papers, papers[0]]))).rejects.toThrow('example "2001.1"');
});

test("arxiv says where the snapshot is to be had when it is nowhere", async () => {
  const nowhere = loadDataset(arxiv, mirror({}));
  await expect(nowhere).rejects.toThrow(
    /https:\/\/www\.kaggle\.com\/datasets\/Cornell-University\/arxiv/,
  );
});

test.each([
  [{ years: [2020, 2019] }],
  [{ years: [2020] }],
  [{ sample: 0 }],
  [{ minCount: 0 }],
  [{ categories: [] }],
  [{ yearOf: "published" }],
])("arxiv refuses the options %j", (options) => {
  expect(arxiv.options.safeParse(options).success).toBe(false);
});
