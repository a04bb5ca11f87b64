import { readdirSync, utimesSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporaryFolder.test.fixture.js";
import {
  abortingAt,
  body,
  destinationIn,
  expectOnlyTheFile,
  half,
  hangs,
  limits,
  serverThat,
  sourceAt,
} from "./download.test.fixture.js";
import { downloadProcess } from "./downloadProcess.test.fixture.js";
import { downloadSource } from "./downloadSource.js";

test("downloadSource fetches a file once that two calls want, and both have it", async () => {
  const { url, requests } = await serverThat();
  const destination = destinationIn(temporaryFolder());
  await Promise.all([1, 2].map(() => downloadSource(sourceAt(url), destination, { limits })));
  expect(requests).toHaveLength(1);
  expectOnlyTheFile(destination);
});

test("downloadSource fetches a file once that two processes want, and both have it", async () => {
  let finish = () => {};
  const { url, requests } = await serverThat(
    half((response) => {
      finish = () => response.end(body.subarray(50_000));
    }),
  );
  const destination = destinationIn(temporaryFolder());
  const processes = [1, 2].map(() => downloadProcess(sourceAt(url), destination));
  await Promise.all(processes.map(({ reported }) => reported(50_000)));
  finish();
  expect(await Promise.all(processes.map(({ ended }) => ended))).toEqual([0, 0]);
  expect(requests).toHaveLength(1);
  expectOnlyTheFile(destination);
});

test("downloadSource waits no longer for another process when its signal is aborted", async () => {
  const { url } = await serverThat(hangs);
  const destination = destinationIn(temporaryFolder());
  const other = downloadProcess(sourceAt(url), destination);
  await other.reported(50_000);
  const { reason, ...stop } = abortingAt(50_000);
  await expect(
    downloadSource(sourceAt(url), destination, { ...stop, limits: { poll: 3_600_000 } }),
  ).rejects.toBe(reason);
});

test("downloadSource goes on where a process was killed", async () => {
  const { url, ranges } = await serverThat(hangs);
  const destination = destinationIn(temporaryFolder());
  const other = downloadProcess(sourceAt(url), destination);
  await other.reported(50_000);
  other.kill();
  expect(await other.ended).toBe("SIGKILL");
  expect(readdirSync(dirname(destination)).sort()).toEqual(["some.bin.lock", "some.bin.partial"]);

  utimesSync(`${destination}.lock`, 0, 0); // as after the 10 s in which it may still be alive
  await downloadSource(sourceAt(url), destination, { limits });
  expect(ranges()).toEqual([undefined, "bytes=50000-"]);
  expectOnlyTheFile(destination);
});
