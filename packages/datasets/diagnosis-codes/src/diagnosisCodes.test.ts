import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatasetError, loadDataset } from "@sigf1/datasets";
import { describeDataset } from "@sigf1/datasets/testing";
import { afterAll, describe, expect, test } from "vitest";
import type { DiagnosisCodesOptions } from "./DiagnosisCodesOptions.js";
import { diagnosisCodes } from "./diagnosisCodes.js";
import { mirror } from "./mirror.test.fixture.js";
import { header, inventedSummaries, leaves, summaryLine, tree } from "./summaries.test.fixture.js";

const file = (...rows: string[]) => `${[header.join("|"), ...rows].join("\n")}\n`;
const row = (admission: number, codes: readonly string[], text = "Some words.") =>
  summaryLine({ subject: 7, admission, codes, text });

async function load(
  content: string | Uint8Array,
  options: Partial<DiagnosisCodesOptions> = {},
  relations = tree,
) {
  const files = { MIMIC_RAW_DSUMS: content, ICD9_parent_child_relations: relations };
  return loadDataset(diagnosisCodes, { ...mirror(files), options });
}

const labelsOf = ({ examples }: Awaited<ReturnType<typeof load>>) =>
  Object.fromEntries(examples.map(({ id, labels }) => [id, labels.join(" ")]));

test("diagnosisCodes gives the text with its line ends, pipes and quotes, and each code once", async () => {
  const text = 'Admitted with "pain" | none since.\nHome.';
  const { examples } = await load(file(row(1, ["401.9", "250.00", "401.9"], text)));
  expect(examples).toEqual([{ id: "7-1", input: text, labels: ["401.9", "250.00"] }]);
});

test("the fields are found by the header's names, in any order, and with the text in the middle", async () => {
  const content = [
    '"subject_id"|"hadm_id"|"discharge_summary"|"dx_codes"',
    '12|34|"Well | again.[NEWLINE]Home."|"401.9,V45.81"',
  ].join("\r\n");
  expect((await load(content)).examples).toEqual([
    { id: "12-34", input: "Well | again.\nHome.", labels: ["401.9", "V45.81"] },
  ]);
});

test("a header of seven other names leaves the fields where the corpus has them", async () => {
  const content = file(row(1, ["401.9"])).replace(header.join("|"), "A|B|C|D|E|F|G");
  expect(labelsOf(await load(content))).toEqual({ "7-1": "401.9" });
});

test("codes: augmented adds every ancestor but the root, each once", async () => {
  const content = file(row(1, ["250.00", "250.02"]), row(2, ["719.70"]));
  expect(labelsOf(await load(content, { codes: "augmented" }))).toEqual({
    "7-1": "250.00 250.0 250 249-259.99 240-279.99 250.02",
    "7-2": "719.7 719 710-739.99",
  });
});

test("an augmented example holds the parent of each of its codes", async () => {
  const { examples } = await load(inventedSummaries(60), { codes: "augmented" });
  const parents = new Map(
    tree
      .trim()
      .split("\n")
      .map((line) => line.split("\t").reverse() as [string, string]),
  );
  for (const { labels } of examples) {
    for (const label of labels) expect(["@", ...labels]).toContain(parents.get(label));
  }
});

test("the tree is not needed for leaf codes", async () => {
  const folders = mirror({ MIMIC_RAW_DSUMS: inventedSummaries(10) });
  const { examples, labels } = await loadDataset(diagnosisCodes, folders);
  expect(examples).toHaveLength(10);
  expect(leaves).toEqual(expect.arrayContaining([...labels]));
});

test("minCount takes rare codes off and counts the summaries left without one", async () => {
  const content = file(row(1, ["401.9", "250.00"]), row(2, ["401.9"]), row(3, ["V45.81"]));
  const loaded = await load(content, { minCount: 2 });
  expect(labelsOf(loaded)).toEqual({ "7-1": "401.9", "7-2": "401.9" });
  expect(loaded.skipped).toEqual([
    { reason: "no code is held by minCount summaries", count: 1, first: "7-3" },
  ]);
});

test("a summary without a word or without a code is left out and counted once", async () => {
  const content = file(row(1, ["401.9"], " \n"), row(2, []), row(3, ["401.9"]), row(4, ["401.9"]));
  for (const minCount of [1, 2]) {
    const { examples, skipped } = await load(content, { minCount });
    expect(examples.map(({ id }) => id)).toEqual(["7-3", "7-4"]);
    expect(skipped.map(({ reason, count }) => [reason, count])).toEqual([
      ["the summary has no word", 1],
      ["the summary has no code", 1],
    ]);
  }
});

test.each([
  ["too few columns", '7|2|"2650"|"401.9"', "the line has 4 columns, but the header has 7"],
  ["an id that is no number", row(2, ["401.9"]).replace("7|2", "7|two"), '"two" is no id'],
  ["a code that is none", row(2, ["401.9", "flu"]), '"flu" is no ICD-9 code'],
  ["a code that objects have as a key", row(2, ["constructor"]), '"constructor" is no ICD-9 code'],
])(
  "diagnosisCodes refuses a line with %s with file and line, or counts it",
  async (_what, line, message) => {
    const content = file(row(1, ["401.9"]), line);
    const refused = load(content);
    await expect(refused).rejects.toThrow(DatasetError);
    await expect(refused).rejects.toThrow(`MIMIC_RAW_DSUMS:3: ${message}`);
    const { examples, skipped } = await load(content, { malformed: "skip" });
    expect(examples).toHaveLength(1);
    expect(skipped).toMatchObject([
      { count: 1, first: expect.stringMatching(/MIMIC_RAW_DSUMS:3$/) },
    ]);
  },
);

test("diagnosisCodes refuses a code that is not in the tree, or counts the summary", async () => {
  const content = file(row(1, ["401.9"]), row(2, ["401.9", "999.9"]));
  const refused = load(content, { codes: "augmented" });
  await expect(refused).rejects.toThrow(
    /MIMIC_RAW_DSUMS:3: the code 999\.9 of 7-2 is not in the tree/,
  );
  const options = { codes: "augmented", malformed: "skip" } as const;
  expect((await load(content, options)).skipped).toMatchObject([{ count: 1 }]);
});

test.each([
  ["a file without a header", row(1, ["401.9"]), /MIMIC_RAW_DSUMS:1: expected a header/],
  [
    "a file that is not UTF-8",
    Buffer.from(file(row(1, ["401.9"], "é words")), "latin1"),
    /:2: .*UTF-8/,
  ],
  ["an admission that is there twice", file(row(1, ["401.9"]), row(1, ["401.9"])), /"7-1"/],
])("diagnosisCodes refuses %s", async (_what, content, message) => {
  await expect(load(content)).rejects.toThrow(message);
});

test.each([
  [
    "a line that is no pair",
    `${tree}250 250.1\n`,
    /relations:17: expected a parent, a tab and a child/,
  ],
  [
    "a child with two parents",
    `${tree}401\t250.0\n`,
    /relations:17: 250\.0 has the parent 401, but 250 on line 4/,
  ],
  ["a cycle", "250\t250.0\n250.0\t250\n", /relations:[12]: .*a cycle/],
  ["a code that is its own parent", "250\t250\n", /relations:1: .*a cycle/],
  [
    "a parent that does not descend from the root",
    `${tree}800\t800.1\n`,
    /relations:17: the parent 800 is no descendant/,
  ],
])(
  "diagnosisCodes refuses a tree with %s, with file and line",
  async (_what, relations, message) => {
    await expect(load(file(row(1, ["401.9"])), { codes: "augmented" }, relations)).rejects.toThrow(
      message,
    );
  },
);

test('split: "perotte" takes 19,392 / 1,141 / 2,282 summaries in the file\'s order', async () => {
  const folders = mirror({ MIMIC_RAW_DSUMS: inventedSummaries(22_815) });
  const { split } = await loadDataset(diagnosisCodes, { ...folders, split: "perotte" });
  const upTo = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => from + at);
  expect(split).toEqual({
    train: upTo(0, 19_392),
    validation: upTo(19_392, 20_533),
    test: upTo(20_533, 22_815),
  });
});

test('split: "perotte" is refused for another number of summaries', async () => {
  const folders = mirror({ MIMIC_RAW_DSUMS: inventedSummaries(100) });
  const split = loadDataset(diagnosisCodes, { ...folders, split: "perotte" });
  await expect(split).rejects.toThrow("of 22815 summaries, but the file has 100");
});

test("diagnosisCodes says how to get access when the files are nowhere", async () => {
  await expect(loadDataset(diagnosisCodes, mirror({}))).rejects.toThrow(
    /Get credentialed access to MIMIC at https:\/\/physionet\.org/,
  );
});

describe("the fixture", () => {
  const data = mkdtempSync(join(tmpdir(), "sigf1-diagnosis-codes-"));
  afterAll(() => rmSync(data, { recursive: true }));
  mkdirSync(join(data, "diagnosis-codes"));
  writeFileSync(join(data, "diagnosis-codes", "MIMIC_RAW_DSUMS"), inventedSummaries(22_815));
  writeFileSync(join(data, "diagnosis-codes", "ICD9_parent_child_relations"), tree);
  describeDataset(diagnosisCodes, { data });
  describeDataset(diagnosisCodes, { data, options: { codes: "augmented", minCount: 100 } });
});
