import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { encodeToStore, identity } from "@sigf1/features";
import { beforeEach, expect, it } from "vitest";
import { runProgram } from "../testing/runProgram.test.fixture.js";
import { temporaryFolder } from "../testing/temporaryFolder.test.fixture.js";

let folder: string;
let cache: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  cache = join(folder, "cache", "features");
});

const sigf1 = (...args: readonly string[]) => runProgram(folder, ["features", ...args]);

async function store(dataset: string): Promise<string> {
  const part = { ids: ["a", "b"], inputs: [[1], [2]] };
  const made = await encodeToStore({
    folder: cache,
    dataset,
    encoder: identity(),
    part,
    fitOn: part,
  });
  return made.folder;
}

it.each([[["list"]], [[]]])(
  "sigf1 features %j says what is stored, and what of it is whole",
  async (args) => {
    const whole = await store("songs@1");
    const [manifest] = (await readdir(whole)).filter((name) => name.endsWith(".json"));
    await utimes(join(whole, manifest ?? ""), new Date(), new Date(Date.now() - 3 * 86_400_000));
    await mkdir(join(cache, "0".repeat(64)));
    const { code, stdout } = await sigf1(...args);
    expect(code).toBe(0);
    expect(stdout).toMatch(/songs@1\n {2}identity\n {2}2 × 1, \d+ B, used 3 days ago, complete\n/);
    expect(stdout).toMatch(/unknown: 0 B, used 0 min ago, unfinished\n/);
    expect(stdout).toContain(` B in ${cache}\n`);
  },
);

it("sigf1 features list cuts a dataset's digest short", async () => {
  await store(`songs-${"0123456789abcdef".repeat(4)}`);
  expect((await sigf1("list")).stdout).toMatch(/^songs-0123456789ab…\n/);
});

it("sigf1 features list --json prints it as JSON", async () => {
  const whole = await store("songs@1");
  const { stdout } = await sigf1("list", "--json");
  expect(JSON.parse(stdout)).toEqual([
    {
      folder: whole,
      dataset: "songs@1",
      encoder: "identity",
      rows: 2,
      cols: 1,
      written: 2,
      complete: true,
      bytes: expect.any(Number),
      used: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    },
  ]);
});

it("sigf1 features list says so where nothing is stored", async () => {
  expect((await sigf1("list")).stdout).toBe(`no features in ${cache}\n`);
});

it("sigf1 features prune removes what is not whole, and prints what that freed", async () => {
  const whole = await store("songs@1");
  const temporary = join(whole, "manifest.json.123");
  await writeFile(temporary, "12345");
  const { code, stdout } = await sigf1("prune");
  expect(code).toBe(0);
  expect(stdout).toBe(`removed ${temporary} (temporary, 5 B)\n5 B freed\n`);
  expect(await readdir(whole)).toHaveLength(2);
});

it("sigf1 features prune --older-than removes what was not used since, --all the rest", async () => {
  const [old, young] = [await store("old@1"), await store("young@1")];
  const then = new Date(Date.now() - 3 * 86_400_000);
  await utimes(join(old, "manifest.json"), then, then);
  const { stdout } = await sigf1("prune", "--older-than", "2d", "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    removed: [{ path: old, reason: "old" }],
    inUse: [],
    freed: expect.any(Number),
  });
  expect((await sigf1("prune", "--all")).stdout).toContain(`removed ${young} (all, `);
  expect(await readdir(cache)).toEqual([]);
});

it("sigf1 features prune ends with code 2 where an age is none", async () => {
  const { code, stderr } = await sigf1("prune", "--older-than", "soon");
  expect(code).toBe(2);
  expect(stderr).toContain("Expected hours, days or weeks, as in 36h, 30d or 4w.");
});
