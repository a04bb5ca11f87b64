import { createHash, randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporaryFolder.test.fixture.js";
import type { DownloadProgress } from "./DownloadSettings.js";
import { downloadProcess } from "./downloadProcess.test.fixture.js";
import { downloadSource } from "./downloadSource.js";
import { localServer } from "./localServer.test.fixture.js";

const body = randomBytes(200_000);
const sha256 = createHash("sha256").update(body).digest("hex");

const destinationIn = (folder: string) => join(folder, "new", "some.bin");
const sourceAt = (url: string) => ({ filename: "some.bin", url, sha256 });
const limits = { retries: 2, retryDelay: 1, maxRetryDelay: 5, poll: 5 };

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers the first requests as told, and the others as a server should; says what was asked for. */
async function serverThat(...answers: Answer[]) {
  const requests: IncomingMessage[] = [];
  const url = await localServer((request, response) => {
    const answer = answers[requests.length] ?? wellBehaved();
    requests.push(request);
    answer(request, response);
  });
  const ranges = () => requests.map(({ headers }) => headers.range);
  return { url, requests, ranges };
}

/** Honours ranges, unless `If-Range` names another version. */
function wellBehaved(etag?: string): Answer {
  return ({ headers }, response) => {
    const stale = headers["if-range"] !== undefined && headers["if-range"] !== etag;
    const from = stale ? 0 : Number(/^bytes=(\d+)-$/.exec(headers.range ?? "bytes=0-")?.[1]);
    response.writeHead(from > 0 ? 206 : 200, {
      "content-range": `bytes ${from}-${body.length - 1}/${body.length}`,
      "content-length": body.length - from,
      ...(etag && { etag }),
    });
    response.end(body.subarray(from));
  };
}

const status =
  (code: number, headers = {}): Answer =>
  (_request, response) =>
    response.writeHead(code, headers).end("no");

const start = body.subarray(0, 50_000);

/** Sends the head and 50,000 bytes, and no more unless `then` arranges it. */
function half(then = (_response: ServerResponse) => {}, headers = {}, bytes = start): Answer {
  return (_request, response) => {
    then(response);
    response.writeHead(200, { "content-length": body.length, ...headers }).write(bytes);
  };
}

/** An answer whose transfer breaks off when its 50,000 bytes have come, of which `onProgress` is told. */
function breakingOff(headers = {}, bytes = start) {
  let breakOff = () => {};
  const answer = half(
    (response) => {
      breakOff = () => response.destroy();
    },
    headers,
    bytes,
  );
  const onProgress = ({ received }: DownloadProgress) => {
    if (received === 50_000) breakOff();
  };
  return { answer, onProgress };
}

const hangs = half();

function expectOnlyTheFile(destination: string) {
  expect(readFileSync(destination).equals(body)).toBe(true);
  expect(readdirSync(dirname(destination))).toEqual([basename(destination)]);
}

test("downloadSource writes the body to the destination and reports its progress", async () => {
  const { url } = await serverThat();
  const destination = destinationIn(temporaryFolder());
  const progress: DownloadProgress[] = [];
  await downloadSource(sourceAt(url), destination, { onProgress: (step) => progress.push(step) });
  expectOnlyTheFile(destination);
  expect(progress.at(-1)).toEqual({
    filename: "some.bin",
    received: body.length,
    total: body.length,
  });
});

test("downloadSource goes on after a transfer that breaks off", async () => {
  const { answer, onProgress } = breakingOff();
  const { url, ranges } = await serverThat(answer);
  const destination = destinationIn(temporaryFolder());
  await downloadSource(sourceAt(url), destination, { onProgress, limits });
  expect(ranges()).toEqual([undefined, "bytes=50000-"]);
  expectOnlyTheFile(destination);
});

test("downloadSource keeps what came when every attempt breaks off, and a later call goes on", async () => {
  const { answer, onProgress } = breakingOff();
  const { url, ranges } = await serverThat(answer);
  const destination = destinationIn(temporaryFolder());
  const once = { ...limits, retries: 0 };
  await expect(
    downloadSource(sourceAt(url), destination, { onProgress, limits: once }),
  ).rejects.toThrow("broke off after 50000 of 200000 bytes");
  expect(existsSync(destination)).toBe(false);
  expect(readFileSync(`${destination}.partial`).equals(start)).toBe(true);

  await downloadSource(sourceAt(url), destination, { limits });
  expect(ranges()).toEqual([undefined, "bytes=50000-"]);
  expectOnlyTheFile(destination);
});

// Without a digest.
const undeclared = (url: string) => ({ filename: "some.bin", url, bytes: body.length });

test("downloadSource goes on without a digest where the server vouches for the version", async () => {
  const { answer, onProgress } = breakingOff({ etag: '"one"' });
  const { url, ranges, requests } = await serverThat(answer, wellBehaved('"one"'));
  const destination = destinationIn(temporaryFolder());
  await downloadSource(undeclared(url), destination, { onProgress, limits });
  expect(ranges()).toEqual([undefined, "bytes=50000-"]);
  expect(requests[1]?.headers["if-range"]).toBe('"one"');
  expectOnlyTheFile(destination);
});

test("downloadSource starts anew where the server has another version since", async () => {
  const { answer, onProgress } = breakingOff({ etag: '"one"' }, Buffer.alloc(50_000));
  const { url, ranges } = await serverThat(answer, wellBehaved('"two"'));
  const destination = destinationIn(temporaryFolder());
  await downloadSource(undeclared(url), destination, { onProgress, limits });
  expect(ranges()).toEqual([undefined, "bytes=50000-"]);
  expectOnlyTheFile(destination);
});

test.each([{}, { etag: 'W/"one"' }])(
  "downloadSource starts anew where neither a digest nor the server's %j would expose a wrong join",
  async (headers) => {
    const { answer, onProgress } = breakingOff(headers);
    const { url, ranges } = await serverThat(answer);
    const destination = destinationIn(temporaryFolder());
    await downloadSource(undeclared(url), destination, { onProgress, limits });
    expect(ranges()).toEqual([undefined, undefined]);
    expectOnlyTheFile(destination);
  },
);

function leftBehind(bytes: Uint8Array): string {
  const destination = destinationIn(temporaryFolder());
  mkdirSync(dirname(destination));
  writeFileSync(`${destination}.partial`, bytes);
  return destination;
}

test("downloadSource starts anew where the server sends the whole file for a range", async () => {
  const { url, ranges } = await serverThat((_request, response) => response.end(body));
  const destination = leftBehind(body.subarray(0, 70_000));
  await downloadSource(sourceAt(url), destination, { limits });
  expect(ranges()).toEqual(["bytes=70000-"]);
  expectOnlyTheFile(destination);
});

test("downloadSource starts anew where the server cannot serve the range", async () => {
  const { url, ranges } = await serverThat(status(416));
  const destination = leftBehind(Buffer.concat([body, body]));
  await downloadSource(sourceAt(url), destination, { limits });
  expect(ranges()).toEqual(["bytes=400000-", undefined]);
  expectOnlyTheFile(destination);
});

test("downloadSource starts anew where the server sends another range", async () => {
  const { url, ranges } = await serverThat(
    status(206, { "content-range": `bytes 0-1/${body.length}` }),
  );
  const destination = leftBehind(body.subarray(0, 70_000));
  await downloadSource(sourceAt(url), destination, { limits });
  expect(ranges()).toEqual(["bytes=70000-", undefined]);
  expectOnlyTheFile(destination);
});

test("downloadSource takes a partial file that lacks nothing as it is", async () => {
  const { url, ranges } = await serverThat(
    status(416, { "content-range": `bytes */${body.length}` }),
  );
  const destination = leftBehind(body);
  await downloadSource(sourceAt(url), destination, { limits });
  expect(ranges()).toEqual(["bytes=200000-"]);
  expectOnlyTheFile(destination);
});

test("downloadSource starts anew where what an earlier call left does not belong to the file", async () => {
  const { url, ranges } = await serverThat();
  const destination = leftBehind(Buffer.alloc(70_000));
  await downloadSource(sourceAt(url), destination, { limits });
  expect(ranges()).toEqual(["bytes=70000-", undefined]);
  expectOnlyTheFile(destination);
});

const wrong: Answer = (_request, response) => response.end("something else");

test("downloadSource leaves nothing under any name when the file is not the expected one", async () => {
  const { url, requests } = await serverThat(wrong);
  const destination = destinationIn(temporaryFolder());
  await expect(downloadSource(sourceAt(url), destination, { limits })).rejects.toThrow(
    `its sha256 is ${createHash("sha256").update("something else").digest("hex")}, expected ${sha256}`,
  );
  expect(requests).toHaveLength(1);
  expect(readdirSync(dirname(destination))).toEqual([]);

  await downloadSource(sourceAt(url), destination, { limits });
  expectOnlyTheFile(destination);
});

test("downloadSource leaves nothing when the archive with a content digest is no archive", async () => {
  const { url } = await serverThat(wrong);
  const destination = destinationIn(temporaryFolder());
  const source = { filename: "some.bin", url, contentDigest: sha256 };
  await expect(downloadSource(source, destination, { limits })).rejects.toThrow(
    "what came is not the expected file: ",
  );
  expect(readdirSync(dirname(destination))).toEqual([]);
});

test("downloadSource takes a short body for a wrong file where the source declares the size", async () => {
  const { url } = await serverThat((_request, response) => response.end(body.subarray(1)));
  const destination = destinationIn(temporaryFolder());
  await expect(downloadSource(undeclared(url), destination, { limits })).rejects.toThrow(
    "its size is 199999 bytes, expected 200000",
  );
  expect(readdirSync(dirname(destination))).toEqual([]);
});

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

/** Aborts when the given number of bytes has come. */
function abortingAt(bytes: number) {
  const controller = new AbortController();
  const reason = new Error("stopped");
  const onProgress = ({ received }: DownloadProgress) => {
    if (received === bytes) setImmediate(() => controller.abort(reason));
  };
  return { signal: controller.signal, abort: () => controller.abort(reason), onProgress, reason };
}

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

test("downloadSource names the file and the bytes it needs when the disk is full", async () => {
  const { url, requests } = await serverThat();
  const destination = leftBehind(Buffer.alloc(0));
  rmSync(`${destination}.partial`);
  symlinkSync("/dev/full", `${destination}.partial`); // every write to it fails for want of space
  await expect(downloadSource(sourceAt(url), destination, { limits })).rejects.toThrow(
    `the disk is full: ${destination}.partial cannot be written past 0 bytes; 200000 bytes more are needed`,
  );
  expect(requests).toHaveLength(1);
  expect(readdirSync(dirname(destination))).toEqual(["some.bin.partial"]);

  rmSync(`${destination}.partial`);
  await downloadSource(sourceAt(url), destination, { limits });
  expectOnlyTheFile(destination);
});
