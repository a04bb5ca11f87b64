import { mkdir, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { Encoder } from "./Encoder.js";
import { encodeToStore } from "./encodeToStore.js";
import { listFeatures } from "./listFeatures.js";
import { lockFolder } from "./lockFolder.js";
import { pruneFeatures } from "./pruneFeatures.js";
import { temporaryFolder } from "./temporaryFolder.test.support.js";

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

/** Bytes of a shard of two rows of one column, and of one row. */
const [TWO, ONE] = [128 + 8, 128 + 4];

/** Stores the numbers 1 … 5 under a dataset's name, in three shards; returns their folder. */
async function store(dataset: string, failAt = Number.NaN): Promise<string> {
  const inputs = [1, 2, 3, 4, 5];
  const encoder: Encoder<number> = {
    id: "same",
    dimension: 1,
    dispose() {},
    async encode(batch) {
      if (batch.includes(failAt)) throw new Error("power cut");
      return Float32Array.from(batch);
    },
  };
  const part = { ids: inputs.map(String), inputs };
  const before = await readdir(folder);
  await encodeToStore({ folder, dataset, encoder, part, shardRows: 2 }).catch(() => {});
  const made = (await readdir(folder)).find((name) => !before.includes(name));
  return join(folder, String(made));
}

async function manifestBytes(path: string): Promise<number> {
  return (await readFile(join(path, "manifest.json"))).length;
}

async function shards(path: string): Promise<string[]> {
  return (await readdir(path)).filter((name) => name.endsWith(".npy")).sort();
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

test("listFeatures says what is stored, the latest used first, and what is unfinished", async () => {
  const old = await store("old@1");
  await utimes(join(old, "manifest.json"), daysAgo(3), daysAgo(3));
  const broken = await store("broken@1", 4);
  await writeFile(join(folder, "notes.txt"), "mine");
  await mkdir(join(folder, "mine"));
  const [first, second, ...rest] = await listFeatures(folder);
  expect(rest).toEqual([]);
  expect(first).toMatchObject({
    folder: broken,
    manifest: { key: { dataset: "broken@1", encoder: "same" }, rows: 5, cols: 1 },
    written: 2,
    complete: false,
    bytes: (await manifestBytes(broken)) + TWO,
  });
  expect(second).toMatchObject({
    folder: old,
    written: 5,
    complete: true,
    bytes: (await manifestBytes(old)) + 2 * TWO + ONE,
  });
  expect((second?.used.getTime() ?? 0) / daysAgo(3).getTime()).toBeCloseTo(1, 6);
  expect(await listFeatures(join(folder, "nowhere"))).toEqual([]);
});

test("a use of stored features is their last use", async () => {
  const path = await store("numbers@1");
  await utimes(join(path, "manifest.json"), daysAgo(3), daysAgo(3));
  await store("numbers@1");
  const [features] = await listFeatures(folder);
  expect(features?.used.getTime()).toBeGreaterThan(daysAgo(1).getTime());
});

test("pruneFeatures removes half-written, damaged and unfinished features, and leaves whole ones", async () => {
  const whole = await store("whole@1");
  const damaged = await store("damaged@1");
  const unfinished = await store("unfinished@1", 4);
  const [shard = ""] = await shards(whole);
  await writeFile(join(whole, `${shard}.123`), "half");
  const [bad = ""] = await shards(damaged);
  await writeFile(join(damaged, bad), Buffer.alloc(TWO));
  const unfinishedBytes = (await manifestBytes(unfinished)) + TWO;

  const { removed, inUse } = await pruneFeatures(folder);
  expect(inUse).toEqual([]);
  expect([...removed].sort((a, b) => a.bytes - b.bytes)).toEqual([
    { path: join(whole, `${shard}.123`), bytes: 4, reason: "temporary" },
    { path: join(damaged, bad), bytes: TWO, reason: "damaged" },
    { path: unfinished, bytes: unfinishedBytes, reason: "unfinished" },
  ]);
  expect((await readdir(folder)).sort()).toEqual(
    [whole, damaged].map((path) => path.slice(folder.length + 1)).sort(),
  );
  expect(await shards(whole)).toHaveLength(3);
  expect(await shards(damaged)).toHaveLength(2);
});

test("pruneFeatures removes what was last used before a time, and everything where asked", async () => {
  const [old, young] = [await store("old@1"), await store("young@1")];
  await utimes(join(old, "manifest.json"), daysAgo(3), daysAgo(3));
  const first = await pruneFeatures(folder, { before: daysAgo(2) });
  expect(first.removed).toMatchObject([{ path: old, reason: "old" }]);
  const second = await pruneFeatures(folder, { all: true });
  expect(second.removed).toMatchObject([{ path: young, reason: "all" }]);
  expect(await readdir(folder)).toEqual([]);
});

test("pruneFeatures never touches another file, nor a folder that has one", async () => {
  const path = await store("numbers@1");
  await writeFile(join(path, "notes.txt"), "mine");
  await writeFile(join(path, "weights.npy"), "mine");
  await writeFile(join(folder, "notes.txt"), "mine");
  await mkdir(join(folder, "mine"));
  await writeFile(join(folder, "mine", "manifest.json"), "mine");
  await pruneFeatures(folder, { all: true });
  expect((await readdir(folder)).sort()).toEqual(
    [path.slice(folder.length + 1), "mine", "notes.txt"].sort(),
  );
  expect((await readdir(path)).sort()).toEqual(["notes.txt", "weights.npy"]);
  expect(await readdir(join(folder, "mine"))).toEqual(["manifest.json"]);
});

test("pruneFeatures leaves features that a process is writing, and says so", async () => {
  const path = await store("unfinished@1", 4);
  const lock = await lockFolder(path);
  expect(await pruneFeatures(folder, { all: true })).toEqual({ removed: [], inUse: [path] });
  await lock?.release();
  expect((await pruneFeatures(folder)).removed).toHaveLength(1);
});

test("pruneFeatures removes the lock of a killed process whose folder is gone", async () => {
  const path = await store("numbers@1");
  await rm(path, { recursive: true });
  await mkdir(`${path}.lock`);
  await utimes(`${path}.lock`, 0, 0);
  await pruneFeatures(folder);
  expect(await readdir(folder)).toEqual([]);
});

test.each(["yesterday", 5, new Date(Number.NaN)])(
  "pruneFeatures refuses before: %s",
  async (before) => {
    await expect(pruneFeatures(folder, { before: before as Date })).rejects.toThrow(
      new TypeError(`before must be a valid Date, got ${before}`),
    );
  },
);
