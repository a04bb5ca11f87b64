import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporaryFolder.test.fixture.js";
import type { DownloadProgress } from "./DownloadSettings.js";
import {
  type Answer,
  body,
  breakingOff,
  destinationIn,
  expectOnlyTheFile,
  leftBehind,
  limits,
  serverThat,
  sha256,
  sourceAt,
  start,
  status,
  wellBehaved,
} from "./download.test.fixture.js";
import { downloadSource } from "./downloadSource.js";

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
