import { createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { temporaryFolder } from "../temporaryFolder.test.fixture.js";
import { type DownloadProgress, downloadSource } from "./downloadSource.js";
import { localServer } from "./localServer.test.fixture.js";

const body = randomBytes(200_000);
const sha256 = createHash("sha256").update(body).digest("hex");

const destinationIn = (folder: string) => join(folder, "new", "some.bin");
const sourceAt = (url: string) => ({ filename: "some.bin", url, sha256 });

test("downloadSource writes the body to the destination and reports its progress", async () => {
  const url = await localServer((_request, response) => {
    response.setHeader("content-length", body.length).end(body);
  });
  const destination = destinationIn(temporaryFolder());
  const progress: DownloadProgress[] = [];
  await downloadSource(sourceAt(url), destination, (step) => progress.push(step));
  expect(readFileSync(destination).equals(body)).toBe(true);
  expect(existsSync(`${destination}.partial`)).toBe(false);
  expect(progress.at(-1)).toEqual({
    filename: "some.bin",
    received: body.length,
    total: body.length,
  });
});

/** Sends the first answer's first 50,000 bytes, ends it at `breakOff()`, and then honours ranges. */
async function breakingServer() {
  const ranges: (string | undefined)[] = [];
  let breakOff = () => {};
  const url = await localServer((request, response) => {
    ranges.push(request.headers.range);
    if (ranges.length === 1) {
      response.setHeader("content-length", body.length);
      response.write(body.subarray(0, 50_000));
      breakOff = () => response.destroy();
      return;
    }
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "bytes=0-")?.[1]);
    response.writeHead(from > 0 ? 206 : 200, {
      "content-range": `bytes ${from}-${body.length - 1}/${body.length}`,
      "content-length": body.length - from,
    });
    response.end(body.subarray(from));
  });
  const breakWhenWritten = ({ received }: DownloadProgress) => {
    if (received === 50_000) breakOff();
  };
  return { url, ranges, breakWhenWritten };
}

test("downloadSource keeps what came before a break, and goes on from there", async () => {
  const { url, ranges, breakWhenWritten } = await breakingServer();
  const destination = destinationIn(temporaryFolder());
  await expect(downloadSource(sourceAt(url), destination, breakWhenWritten)).rejects.toThrow(
    "broke off after 50000 of 200000 bytes",
  );
  expect(existsSync(destination)).toBe(false);
  expect(readFileSync(`${destination}.partial`).equals(body.subarray(0, 50_000))).toBe(true);

  await downloadSource(sourceAt(url), destination);
  expect(ranges).toEqual([undefined, "bytes=50000-"]);
  expect(readFileSync(destination).equals(body)).toBe(true);
});

test("downloadSource starts anew where no digest would expose a wrong join", async () => {
  const { url, ranges, breakWhenWritten } = await breakingServer();
  const destination = destinationIn(temporaryFolder());
  const source = { filename: "some.bin", url, bytes: body.length };
  await expect(downloadSource(source, destination, breakWhenWritten)).rejects.toThrow("broke off");
  await downloadSource(source, destination);
  expect(ranges).toEqual([undefined, undefined]);
  expect(readFileSync(destination).equals(body)).toBe(true);
});

test("downloadSource starts anew where the server sends the whole file for a range", async () => {
  const url = await localServer((_request, response) => response.end(body));
  const folder = temporaryFolder();
  const destination = join(folder, "some.bin");
  writeFileSync(`${destination}.partial`, body.subarray(0, 70_000));
  await downloadSource(sourceAt(url), destination);
  expect(readFileSync(destination).equals(body)).toBe(true);
});

test("downloadSource starts anew where the server cannot serve the range", async () => {
  const url = await localServer((request, response) => {
    if (request.headers.range) response.writeHead(416).end();
    else response.end(body);
  });
  const destination = join(temporaryFolder(), "some.bin");
  writeFileSync(`${destination}.partial`, Buffer.concat([body, body]));
  await downloadSource(sourceAt(url), destination);
  expect(readFileSync(destination).equals(body)).toBe(true);
});

test("downloadSource leaves nothing under any name when the file is not the expected one", async () => {
  const url = await localServer((_request, response) => response.end("something else"));
  const destination = destinationIn(temporaryFolder());
  await expect(downloadSource(sourceAt(url), destination)).rejects.toThrow(
    `its sha256 is ${createHash("sha256").update("something else").digest("hex")}, expected ${sha256}`,
  );
  expect(existsSync(destination)).toBe(false);
  expect(existsSync(`${destination}.partial`)).toBe(false);
});

test("downloadSource takes a short body for a wrong file where the source declares the size", async () => {
  const url = await localServer((_request, response) => response.end(body.subarray(1)));
  await expect(
    downloadSource({ filename: "some.bin", url, bytes: 200_000 }, destinationIn(temporaryFolder())),
  ).rejects.toThrow("its size is 199999 bytes, expected 200000");
});

test("downloadSource throws the server's answer when it refuses", async () => {
  const url = await localServer((_request, response) =>
    response.writeHead(404).end("nothing here"),
  );
  const destination = destinationIn(temporaryFolder());
  await expect(downloadSource(sourceAt(url), destination)).rejects.toThrow(
    "the server answered 404 Not Found",
  );
  expect(existsSync(`${destination}.partial`)).toBe(false);
});

test("downloadSource throws the reason when there is no connection", async () => {
  const url = "http://127.0.0.1:1/some.bin";
  await expect(downloadSource(sourceAt(url), destinationIn(temporaryFolder()))).rejects.toThrow(
    "no connection (",
  );
});

test("downloadSource lets two calls fetch one file at once, and leaves only the file", async () => {
  const url = await localServer((_request, response) => {
    response.setHeader("content-length", body.length);
    response.write(body.subarray(0, 100_000));
    setTimeout(() => response.end(body.subarray(100_000)), 20);
  });
  const destination = destinationIn(temporaryFolder());
  await Promise.all([1, 2].map(() => downloadSource(sourceAt(url), destination)));
  expect(readFileSync(destination).equals(body)).toBe(true);
  expect(readdirSync(dirname(destination))).toEqual(["some.bin"]);
});

test("downloadSource goes on with what a process that is gone left, not with that of a running one", async () => {
  const { url, ranges } = await rangeServer();
  const folder = temporaryFolder();
  const destination = join(folder, "some.bin");
  const uuid = "00000000-0000-4000-8000-000000000000";
  const gone = `some.bin.${2 ** 30}-${uuid}.partial`; // above every process id
  const running = `some.bin.${process.pid}-${uuid}.partial`;
  writeFileSync(join(folder, gone), body.subarray(0, 70_000));
  writeFileSync(join(folder, running), body.subarray(0, 90_000));
  await downloadSource(sourceAt(url), destination);
  expect(ranges).toEqual(["bytes=70000-"]);
  expect(readFileSync(destination).equals(body)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(["some.bin", running].sort());
});

test("downloadSource gives up on a server that does not answer within 60 s", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const url = await localServer(() => vi.advanceTimersByTime(60_000));
  await expect(downloadSource(sourceAt(url), destinationIn(temporaryFolder()))).rejects.toThrow(
    "no answer within 60 s",
  );
});

/** Honours ranges. */
async function rangeServer() {
  const ranges: (string | undefined)[] = [];
  const url = await localServer((request, response) => {
    ranges.push(request.headers.range);
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "bytes=0-")?.[1]);
    response.writeHead(from > 0 ? 206 : 200, {
      "content-range": `bytes ${from}-${body.length - 1}/${body.length}`,
    });
    response.end(body.subarray(from));
  });
  return { url, ranges };
}
