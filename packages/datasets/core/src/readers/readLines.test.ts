import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DatasetError } from "../DatasetError.js";
import { lineBlocks } from "./lineBlocks.js";
import { linesOf, readLines } from "./readLines.js";
import { drain, textFile } from "./textFile.test.fixture.js";

const linesIn = async (path: string, options = {}) => (await drain(readLines(path, options))).items;
const textsIn = async (path: string, options = {}) =>
  (await linesIn(path, options)).map(({ text }) => text);

test("readLines yields each line without its end, numbered from 1", async () => {
  expect(await linesIn(textFile("one\ntwo\r\n\nfour\n"))).toEqual([
    { text: "one", line: 1 },
    { text: "two", line: 2 },
    { text: "", line: 3 },
    { text: "four", line: 4 },
  ]);
});

test("readLines yields a last line that has no end, and nothing of an empty file", async () => {
  expect(await textsIn(textFile("one\ntwo"))).toEqual(["one", "two"]);
  expect(await textsIn(textFile(""))).toEqual([]);
});

test("readLines takes off a byte order mark", async () => {
  expect(await textsIn(textFile("\uFEFFone\ntwo\n"))).toEqual(["one", "two"]);
});

test("readLines reads a gzip file unpacked, whatever its name", async () => {
  const text = "a line of some length\n".repeat(50_000);
  const texts = await textsIn(textFile(gzipSync(text), "some.json"));
  expect(texts).toEqual(text.trimEnd().split("\n"));
});

test("readLines gives back the lines of a file of many chunks", async () => {
  const lines = Array.from({ length: 5_000 }, (_, index) => `${index} é€😀 `.repeat(index % 97));
  const path = textFile(lines.map((line) => `${line}\n`).join(""));
  expect(await textsIn(path)).toEqual(lines);
});

test("lineBlocks gives the same lines wherever the chunks are cut", async () => {
  const line = fc.string({ unit: fc.constantFrom("a", "é", "€", "😀", "\r", " ") });
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.array(fc.nat(40)), async (lines, cuts) => {
      const bytes = Buffer.from(lines.map((text) => `${text}\n`).join(""));
      const places = [0, ...cuts.filter((cut) => cut <= bytes.length), bytes.length];
      places.sort((a, b) => a - b);
      async function* chunks() {
        for (const [index, end] of places.entries()) {
          yield bytes.subarray(places[index - 1] ?? 0, end);
        }
      }
      const texts: string[] = [];
      for await (const block of lineBlocks(chunks(), "some.txt")) {
        for (const { text, line } of linesOf(block)) {
          texts.push(text);
          expect(line).toBe(texts.length);
        }
      }
      expect(texts).toEqual(lines.map((text) => text.replace(/\r$/, "")));
    }),
  );
});

// "é" is one byte, e9, in latin1.
const latin1 = Buffer.from("one\ncafé\nthree\n", "latin1");

test("readLines throws a DatasetError naming file and line that is not valid UTF-8", async () => {
  const path = textFile(latin1);
  const { error } = await drain(readLines(path));
  expect(error).toBeInstanceOf(DatasetError);
  expect(error).toMatchObject({ file: path, line: 2 });
  expect(String(error)).toContain("not valid UTF-8");
});

test('readLines(path, { encoding: "latin1" }) reads what is not UTF-8', async () => {
  expect(await textsIn(textFile(latin1), { encoding: "latin1" })).toEqual(["one", "café", "three"]);
});

test("readLines(path, { maxLineBytes }) throws a DatasetError naming a longer line", async () => {
  const path = textFile(`${"a".repeat(10)}\n${"b".repeat(11)}\n`);
  expect(await textsIn(path, { maxLineBytes: 11 })).toHaveLength(2);
  const { error } = await drain(readLines(path, { maxLineBytes: 10 }));
  expect(error).toBeInstanceOf(DatasetError);
  expect(error).toMatchObject({ file: path, line: 2 });
  expect(String(error)).toContain("longer than 10 bytes");
});

test("readLines gives a line up that does not end before it fills the memory", async () => {
  const path = textFile(gzipSync(Buffer.alloc(2 ** 26)));
  const held: number[] = [];
  const { error } = await drain(
    lineBlocks(countingChunks(), "some.txt", { maxLineBytes: 2 ** 20 }),
  );
  async function* countingChunks() {
    for (let chunk = 0; chunk < 1_000; chunk++) {
      held.push(chunk);
      yield Buffer.alloc(2 ** 16);
    }
  }
  expect(String(error)).toContain("longer than 1048576 bytes");
  expect(held.length).toBe(17); // 16 chunks of 64 KiB are 1 MiB
  expect(String((await drain(readLines(path, { maxLineBytes: 2 ** 20 }))).error)).toContain(":1:");
});

const incompressible = Array.from({ length: 60_000 }, (_, at) => Math.sin(at)).join("\n");

test.each([0.5, 0.99])(
  "readLines throws a DatasetError naming a gzip file cut to %f of its length",
  async (share) => {
    const whole = gzipSync(incompressible);
    const path = textFile(whole.subarray(0, Math.floor(whole.length * share)));
    const { error } = await drain(readLines(path));
    expect(error).toBeInstanceOf(DatasetError);
    expect(error).toMatchObject({ file: path, message: expect.stringContaining("cannot be read") });
  },
);

test("readLines throws a DatasetError naming a gzip file with a wrong byte", async () => {
  const bytes = gzipSync(incompressible);
  bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 64);
  const path = textFile(bytes);
  const { error } = await drain(readLines(path));
  expect(error).toBeInstanceOf(DatasetError);
  expect(error).toMatchObject({ file: path });
});

test("readLines throws a DatasetError for a file that is not there", async () => {
  const { error } = await drain(readLines("/no/such/file.txt"));
  expect(error).toBeInstanceOf(DatasetError);
  expect(String(error)).toMatch(/\/no\/such\/file.txt: .*ENOENT/);
});

test("readLines can be left early", async () => {
  const path = textFile(gzipSync("one\n".repeat(500_000)));
  for await (const { text } of readLines(path)) {
    expect(text).toBe("one");
    break;
  }
});
