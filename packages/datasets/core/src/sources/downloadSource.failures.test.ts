import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporaryFolder.test.fixture.js";
import type { DownloadProgress } from "./DownloadSettings.js";
import {
  type Answer,
  abortingAt,
  destinationIn,
  expectOnlyTheFile,
  hangs,
  leftBehind,
  limits,
  serverThat,
  sourceAt,
  start,
  status,
  wellBehaved,
} from "./download.test.fixture.js";
import { downloadSource } from "./downloadSource.js";

test.each([
  [404, "404 Not Found"],
  [403, "403 Forbidden"],
  [401, "401 Unauthorized"],
])("downloadSource asks once where the server answers %i", async (code, text) => {
  const { url, requests } = await serverThat(status(code));
  const destination = destinationIn(temporaryFolder());
  await expect(downloadSource(sourceAt(url), destination, { limits })).rejects.toThrow(
    `the server answered ${text}`,
  );
  expect(requests).toHaveLength(1);
  expect(readdirSync(dirname(destination))).toEqual([]);
});

test.each([500, 502, 503, 408, 429])("downloadSource asks again after a %i", async (code) => {
  const { url, requests } = await serverThat(status(code));
  const destination = destinationIn(temporaryFolder());
  await downloadSource(sourceAt(url), destination, { limits });
  expect(requests).toHaveLength(2);
  expectOnlyTheFile(destination);
});

test("downloadSource gives up a server that answers 500 for good, with the answer", async () => {
  const { url, requests } = await serverThat(...Array(5).fill(status(500)));
  const destination = destinationIn(temporaryFolder());
  await expect(downloadSource(sourceAt(url), destination, { limits })).rejects.toThrow(
    "the server answered 500 Internal Server Error",
  );
  expect(requests).toHaveLength(1 + limits.retries);
  expect(readdirSync(dirname(destination))).toEqual([]);
});

/** Milliseconds between the requests of a download that needs four. */
async function waitsBetween(headers: object, times: object): Promise<number[]> {
  const arrivals: number[] = [];
  const noting: Answer = (request, response) => {
    arrivals.push(performance.now());
    (arrivals.length === 4 ? wellBehaved() : status(503, headers))(request, response);
  };
  const { url } = await serverThat(noting, noting, noting, noting);
  await downloadSource(sourceAt(url), destinationIn(temporaryFolder()), {
    limits: { ...limits, retries: 3, ...times },
  });
  return arrivals.slice(1).map((arrival, index) => arrival - (arrivals[index] ?? 0));
}

test("downloadSource waits twice as long before each further attempt", async () => {
  const waits = await waitsBetween({}, { retryDelay: 20, maxRetryDelay: 1_000 });
  for (const [index, wait] of waits.entries()) {
    expect(wait).toBeGreaterThan(20 * 2 ** index - 2); // timers are off by a millisecond or so
  }
});

test.each(["1", new Date(Date.now() + 86_400_000).toUTCString()])(
  "downloadSource waits as the server asks (Retry-After: %s), up to the limit",
  async (retryAfter) => {
    const times = { retryDelay: 1, maxRetryDelay: 30 };
    for (const wait of await waitsBetween({ "retry-after": retryAfter }, times)) {
      expect(wait).toBeGreaterThan(28);
      expect(wait).toBeLessThan(1_000);
    }
  },
);

test("downloadSource throws the reason when nothing answers", async () => {
  const destination = destinationIn(temporaryFolder());
  const source = sourceAt("http://127.0.0.1:1/some.bin");
  await expect(downloadSource(source, destination, { limits })).rejects.toThrow("no answer (");
  expect(readdirSync(dirname(destination))).toEqual([]);
});

test("downloadSource asks again after a connection that ends without an answer", async () => {
  const { url, requests } = await serverThat(({ socket }) => void socket.destroy());
  const destination = destinationIn(temporaryFolder());
  await downloadSource(sourceAt(url), destination, { limits });
  expect(requests).toHaveLength(2);
  expectOnlyTheFile(destination);
});

// A machine under load may be slow to answer, too: the attempts are many.
const impatient = { ...limits, idle: 500, retries: 50 };

test("downloadSource breaks a server off that does not answer, and asks again", async () => {
  const { url, requests } = await serverThat(() => {});
  const destination = destinationIn(temporaryFolder());
  await downloadSource(sourceAt(url), destination, { limits: impatient });
  expect(requests.length).toBeGreaterThanOrEqual(2);
  expectOnlyTheFile(destination);
});

test("downloadSource breaks a server off that stops in the body, and goes on", async () => {
  const { url, ranges } = await serverThat(hangs);
  const destination = destinationIn(temporaryFolder());
  await downloadSource(sourceAt(url), destination, { limits: impatient });
  expect(ranges()[1]).toBe("bytes=50000-");
  expectOnlyTheFile(destination);
});

test.each([
  ["answers", () => {}, "no answer (the server sent nothing for 0.5 s)"],
  ["goes on", hangs, "after 50000 of 200000 bytes (the server sent nothing for 0.5 s)"],
] as const)("downloadSource says so when a server never %s", async (_what, answer, reason) => {
  const { url } = await serverThat(answer);
  const limit = { ...limits, idle: 500, retries: 0 };
  await expect(
    downloadSource(sourceAt(url), destinationIn(temporaryFolder()), { limits: limit }),
  ).rejects.toThrow(reason);
});

test("downloadSource ends with what onProgress throws, at once, and keeps what came", async () => {
  const { url, requests } = await serverThat(hangs);
  const destination = destinationIn(temporaryFolder());
  const reason = new Error("stopped");
  const onProgress = ({ received }: DownloadProgress) => {
    if (received === 50_000) throw reason;
  };
  await expect(downloadSource(sourceAt(url), destination, { onProgress, limits })).rejects.toBe(
    reason,
  );
  expect(requests).toHaveLength(1);
  expect(readFileSync(`${destination}.partial`).equals(start)).toBe(true);
});

test("downloadSource ends with the signal's reason in the body, and keeps what came", async () => {
  const { url } = await serverThat(hangs);
  const destination = destinationIn(temporaryFolder());
  const { reason, ...stop } = abortingAt(50_000);
  await expect(downloadSource(sourceAt(url), destination, { ...stop, limits })).rejects.toBe(
    reason,
  );
  expect(readFileSync(`${destination}.partial`).equals(start)).toBe(true);
  expect(existsSync(`${destination}.lock`)).toBe(false);
});

test("downloadSource ends with the signal's reason before the answer and between two attempts", async () => {
  const hour = 3_600_000;
  for (const answer of [() => {}, status(500), status(503, { "retry-after": "3600" })]) {
    const { reason, abort, signal } = abortingAt(0);
    const { url } = await serverThat((request, response) => {
      answer(request, response);
      setImmediate(abort);
    });
    const patient = { ...limits, retryDelay: hour, maxRetryDelay: hour };
    await expect(
      downloadSource(sourceAt(url), destinationIn(temporaryFolder()), { signal, limits: patient }),
    ).rejects.toBe(reason);
  }
});

const FULL = "/dev/full"; // of Linux: every write to it fails for want of space
const skipped = existsSync(FULL) ? "" : ` (SKIPPED: there is no ${FULL})`;

test.skipIf(skipped)(
  `downloadSource names the file and the bytes it needs when the disk is full${skipped}`,
  async () => {
    const { url, requests } = await serverThat();
    const destination = leftBehind(Buffer.alloc(0));
    rmSync(`${destination}.partial`);
    symlinkSync(FULL, `${destination}.partial`);
    await expect(downloadSource(sourceAt(url), destination, { limits })).rejects.toThrow(
      `the disk is full: ${destination}.partial cannot be written past 0 bytes; 200000 bytes more are needed`,
    );
    expect(requests).toHaveLength(1);
    expect(readdirSync(dirname(destination))).toEqual(["some.bin.partial"]);

    rmSync(`${destination}.partial`);
    await downloadSource(sourceAt(url), destination, { limits });
    expectOnlyTheFile(destination);
  },
);
