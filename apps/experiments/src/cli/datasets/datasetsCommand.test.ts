import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { datasets } from "../../registry/datasets.js";
import { runProgram } from "../../testing/runProgram.test.fixture.js";
import { temporaryFolder } from "../../testing/temporaryFolder.test.fixture.js";

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

const sigf1 = (...args: readonly string[]) => runProgram(folder, ["datasets", ...args]);

const arff = `@relation tiny
@attribute size numeric
@attribute red {0,1}
@attribute blue {0,1}
@data
1.5,1,0
2.5,1,1
`;
const xml = `<labels xmlns="http://mulan.sourceforge.net/labels">
<label name="red"></label><label name="blue"></label></labels>`;

async function tiny(): Promise<string> {
  await mkdir(join(folder, "data/mulan"), { recursive: true });
  await writeFile(join(folder, "data/mulan/tiny.arff"), arff);
  await writeFile(join(folder, "data/mulan/tiny.xml"), xml);
  return join(folder, "data");
}

it.each([[["list"]], [[]]])("sigf1 datasets %j lists every dataset", async (args) => {
  const { code, stdout } = await sigf1(...args);
  expect(code).toBe(0);
  const ids = stdout
    .trim()
    .split("\n")
    .map((line) => line.split(" ")[0]);
  expect(ids).toEqual(Object.keys(datasets));
});

it("sigf1 datasets info prints the statistics of the labels", async () => {
  const { code, stdout } = await sigf1(
    "info",
    "mulan",
    "--data",
    await tiny(),
    "--set",
    "name=tiny",
  );
  expect(code).toBe(0);
  expect(stdout).toMatch(/\nexamples +2\n/);
  expect(stdout).toMatch(/\ncardinality +1\.500 labels an example\n/);
  expect(stdout).toMatch(/\n +2 {2}red\n +1 {2}blue\n/);
});

it("sigf1 datasets info --json prints them as JSON, with files and fingerprint", async () => {
  const data = await tiny();
  const { stdout } = await sigf1("info", "mulan", "--data", data, "--set", "name=tiny", "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    id: "mulan",
    examples: 2,
    classes: 2,
    cardinality: 1.5,
    counts: { red: 2, blue: 1 },
    skipped: [],
    files: { "tiny.arff": join(data, "mulan/tiny.arff") },
    fingerprint: expect.stringMatching(/^[\da-f]{64}$/),
  });
});

it("sigf1 datasets prepare says which files are ready", async () => {
  const { code, stdout } = await sigf1(
    "prepare",
    "mulan",
    "--data",
    await tiny(),
    "--set",
    "name=tiny",
  );
  expect(code).toBe(0);
  expect(stdout).toContain("tiny.xml\n");
  expect(stdout).toContain("mulan is ready: 2 examples");
});

it("sigf1 datasets check holds the dataset against the contract", async () => {
  const { code, stdout } = await sigf1("check", "simulated");
  expect(stdout).toMatch(/^✓ /);
  expect(stdout).toMatch(/simulated passes all \d+ checks\n$/);
  expect(code).toBe(0);
});

it("sigf1 datasets check ends with code 1 where a check fails", async () => {
  const data = await tiny();
  await writeFile(join(data, "mulan/tiny.arff"), arff.replace("1.5,1,0", "1.5,1,7"));
  const { code, stdout, stderr } = await sigf1(
    "check",
    "mulan",
    "--data",
    data,
    "--set",
    "name=tiny",
  );
  expect(code).toBe(1);
  expect(stdout + stderr).toContain("tiny.arff:6");
});

it.each([
  [["info", "simulatd"], 'unknown name "simulatd"; did you mean "simulated"?'],
  [
    ["info", "simulated", "--set", "exampels=1"],
    '--set exampels: no option of simulated; did you mean "examples"?',
  ],
  [
    ["info", "simulated", "--set", "examples=many"],
    "--set examples: expected a number, found text",
  ],
  [["info", "simulated", "--set", "examples"], "expected option=value"],
  [["info", "arxiv", "--set", "years=2019"], "a YAML list as in 'years=[2019, 2020]'"],
  [["info", "simulated", "--split", "blurb"], "--split blurb: unknown name; none is known"],
  [["info", "simulated", "--data", "nowhere"], "nowhere is not a folder"],
  [["info", "./nothing.js"], 'the module "./nothing.js" cannot be loaded'],
  [["info"], "missing required argument"],
  [["frob"], 'unknown subcommand "frob" of datasets; expected list, info, prepare, check'],
])("ends with code 2 and one sentence on wrong usage: %j", async (args, sentence) => {
  const { code, stderr } = await sigf1(...args);
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/\n\s+at /);
});

it("sigf1 datasets prepare ends with code 1 where an experiment would refuse the dataset", async () => {
  const data = await tiny();
  await writeFile(join(data, "mulan/tiny.arff"), arff.slice(0, arff.indexOf("1.5")));
  const { code, stderr } = await sigf1("prepare", "mulan", "--data", data, "--set", "name=tiny");
  expect(code).toBe(1);
  expect(stderr).toContain("dataset mulan has no examples");
});

it("sigf1 datasets info tells what needs no files also where the data are missing", async () => {
  const { code, stdout, stderr } = await sigf1(
    "info",
    "cancer-hallmarks",
    "--split",
    "blurb",
    "--data",
    folder,
  );
  expect(code).toBe(1);
  expect(stdout).toContain('options           {"labels":"top-level","unlabelled":"keep"}');
  expect(stderr).toContain("hallmarks-of-cancer.tar.gz");
});

it("ends with code 1, and says where it looked, where the data are missing", async () => {
  const { code, stderr } = await sigf1("info", "mulan", "--set", "name=tiny");
  expect(code).toBe(1);
  expect(stderr).toContain("tiny.xml of mulan is neither in the cache");
});
