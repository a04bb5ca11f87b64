import { existsSync, mkdirSync, rmdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { temporaryFolder } from "../temporaryFolder.test.fixture.js";
import { withFileLock } from "./withFileLock.js";

const settings = { poll: 1, onWait: () => {} };

test("withFileLock does one work on a file at a time, and returns its results", async () => {
  const file = join(temporaryFolder(), "some.bin");
  let running = 0;
  const work = async () => {
    expect(++running).toBe(1);
    expect(existsSync(`${file}.lock`)).toBe(true);
    await new Promise((done) => setImmediate(done));
    return running--;
  };
  expect(await Promise.all([1, 2, 3].map(() => withFileLock(file, settings, work)))).toEqual([
    1, 1, 1,
  ]);
  expect(existsSync(`${file}.lock`)).toBe(false);
});

test("withFileLock gives the lock back when the work fails", async () => {
  const file = join(temporaryFolder(), "some.bin");
  const failing = withFileLock(file, settings, () => Promise.reject(new Error("failed")));
  await expect(failing).rejects.toThrow("failed");
  expect(await withFileLock(file, settings, async () => "done")).toBe("done");
});

test("withFileLock takes a lock over that was not renewed for 10 s, and no other", async () => {
  const file = join(temporaryFolder(), "some.bin");
  const renewed = (secondsAgo: number) => {
    const then = Date.now() / 1000 - secondsAgo;
    utimesSync(`${file}.lock`, then, then);
  };
  mkdirSync(`${file}.lock`);
  renewed(5);
  let waits = 0;
  const onWait = () => {
    waits++;
    renewed(waits < 3 ? 5 : 11);
  };
  expect(await withFileLock(file, { poll: 1, onWait }, async () => "done")).toBe("done");
  expect(waits).toBe(3);
});

test("withFileLock stops the work when another process has taken the lock over", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const file = join(temporaryFolder(), "some.bin");
  const work = (signal: AbortSignal) =>
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      rmdirSync(`${file}.lock`);
      vi.advanceTimersByTime(10_000); // within which the lock is renewed
    });
  await expect(withFileLock(file, settings, work)).rejects.toThrow(`${file}.lock was lost`);
});

test("withFileLock throws where no lock can be made", async () => {
  const file = join(temporaryFolder(), "no-such-folder", "some.bin");
  await expect(withFileLock(file, settings, async () => {})).rejects.toThrow("ENOENT");
});
