import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { encodeToStore } from "./encodeToStore.js";
import { pruneFeatures } from "./pruneFeatures.js";
import { temporaryFolder } from "./temporaryFolder.test.support.js";

/** What another process does between the look at a folder and its lock. */
let meanwhile = async () => {};
vi.mock(import("./lockFolder.js"), async (original) => {
  const { lockFolder } = await original();
  return {
    async lockFolder(folder) {
      const other = meanwhile;
      meanwhile = async () => {};
      await other();
      return lockFolder(folder);
    },
  };
});

test("pruneFeatures leaves features that were finished since it listed them", async () => {
  const folder = await temporaryFolder();
  const store = (failAt: number) =>
    encodeToStore({
      folder,
      dataset: "numbers@1",
      part: { ids: ["a", "b"], inputs: [1, 2] },
      shardRows: 1,
      encoder: {
        id: "same",
        dimension: 1,
        dispose() {},
        async encode(batch) {
          if (batch.includes(failAt)) throw new Error("power cut");
          return Float32Array.from(batch);
        },
      },
    });
  await expect(store(2)).rejects.toThrow("power cut");
  meanwhile = async () => void (await store(Number.NaN));
  expect(await pruneFeatures(folder)).toEqual({ removed: [], inUse: [] });
  const [key = ""] = await readdir(folder);
  expect(await readdir(join(folder, key))).toHaveLength(3);
});
