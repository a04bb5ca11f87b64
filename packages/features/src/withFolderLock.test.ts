import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { temporaryFolder } from "./temporaryFolder.test.support.js";
import { withFolderLock } from "./withFolderLock.js";

test("work whose lock another process took over is done anew, once that process is gone", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const folder = join(await temporaryFolder(), "features");
  let calls = 0;
  const work = async (lost: AbortSignal) => {
    calls++;
    if (calls === 2) return lost.aborted;
    const aborted = new Promise((resolve) => lost.addEventListener("abort", resolve));
    await utimes(`${folder}.lock`, 1, 1); // another process's, which was killed
    vi.advanceTimersByTime(5000);
    await aborted;
    lost.throwIfAborted();
    return undefined;
  };
  expect(await withFolderLock(folder, async () => {}, work)).toBe(false);
  expect(calls).toBe(2);
});

test("what the work throws ends it, and gives the lock back", async () => {
  const folder = join(await temporaryFolder(), "features");
  const broken = withFolderLock(
    folder,
    async () => {},
    () => Promise.reject(new Error("power cut")),
  );
  await expect(broken).rejects.toThrow("power cut");
  const wait = async () => {
    throw new Error("the lock is still there");
  };
  expect(await withFolderLock(folder, wait, async () => "done")).toBe("done");
});
