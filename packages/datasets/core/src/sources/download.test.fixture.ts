import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { basename, dirname, join } from "node:path";
import { expect } from "vitest";
import { temporaryFolder } from "../temporaryFolder.test.fixture.js";
import type { DownloadProgress } from "./DownloadSettings.js";
import { localServer } from "./localServer.test.fixture.js";

export const body = randomBytes(200_000);
export const sha256 = createHash("sha256").update(body).digest("hex");

export const destinationIn = (folder: string) => join(folder, "new", "some.bin");
export const sourceAt = (url: string) => ({ filename: "some.bin", url, sha256 });
export const limits = { retries: 2, retryDelay: 1, maxRetryDelay: 5, poll: 5 };

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers the first requests as told, and the others as a server should; says what was asked for. */
export async function serverThat(...answers: Answer[]) {
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
export function wellBehaved(etag?: string): Answer {
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

export const status =
  (code: number, headers = {}): Answer =>
  (_request, response) =>
    response.writeHead(code, headers).end("no");

export const start = body.subarray(0, 50_000);

/** Sends the head and 50,000 bytes, and no more unless `then` arranges it. */
export function half(
  then = (_response: ServerResponse) => {},
  headers = {},
  bytes = start,
): Answer {
  return (_request, response) => {
    then(response);
    response.writeHead(200, { "content-length": body.length, ...headers }).write(bytes);
  };
}

/** An answer whose transfer breaks off when its 50,000 bytes have come, of which `onProgress` is told. */
export function breakingOff(headers = {}, bytes = start) {
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

export const hangs = half();

export function expectOnlyTheFile(destination: string) {
  expect(readFileSync(destination).equals(body)).toBe(true);
  expect(readdirSync(dirname(destination))).toEqual([basename(destination)]);
}

/** A destination beside which an earlier call left a partial file. */
export function leftBehind(bytes: Uint8Array): string {
  const destination = destinationIn(temporaryFolder());
  mkdirSync(dirname(destination));
  writeFileSync(`${destination}.partial`, bytes);
  return destination;
}

/** Aborts when the given number of bytes has come. */
export function abortingAt(bytes: number) {
  const controller = new AbortController();
  const reason = new Error("stopped");
  const onProgress = ({ received }: DownloadProgress) => {
    if (received === bytes) setImmediate(() => controller.abort(reason));
  };
  return { signal: controller.signal, abort: () => controller.abort(reason), onProgress, reason };
}
