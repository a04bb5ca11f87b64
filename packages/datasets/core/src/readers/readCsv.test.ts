import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DatasetError } from "../DatasetError.js";
import { type ReadCsvOptions, readCsv } from "./readCsv.js";
import { drain, textFile } from "./textFile.test.fixture.js";

const read = (text: string | Uint8Array, options: ReadCsvOptions = {}) =>
  drain(readCsv(textFile(text, "some.csv"), options));

test("readCsv yields each record by the names of the header, with the line on which it starts", async () => {
  const { items } = await read('id,"tag, or two"\n1,a|b\r\n\n"2","says ""no"""\n');
  expect(items).toEqual([
    { record: { id: "1", "tag, or two": "a|b" }, line: 2 },
    { record: { id: "2", "tag, or two": 'says "no"' }, line: 4 },
  ]);
});

test.each(["\n", "\r\n"])(
  "readCsv counts the lines within a quoted field that has %j",
  async (end) => {
    const { items } = await read(["a,b", '1,"x', "", 'y"', "2,z"].join(end));
    expect(items).toEqual([
      { record: { a: "1", b: `x${end}${end}y` }, line: 2 },
      { record: { a: "2", b: "z" }, line: 5 },
    ]);
  },
);

test("readCsv leaves fields as they stand: empty, spaced, numeric", async () => {
  const { items } = await read("a,b,c\n, x ,01\n");
  expect(items).toEqual([{ record: { a: "", b: " x ", c: "01" }, line: 2 }]);
});

test("readCsv takes off a byte order mark", async () => {
  expect((await read("\uFEFFa,b\n1,2\n")).items[0]?.record).toEqual({ a: "1", b: "2" });
});

test("readCsv(path, { delimiter, quote: false }) reads other tables", async () => {
  const { items } = await read('a\tb\n1\tsays "no\n', { delimiter: "\t", quote: false });
  expect(items[0]?.record).toEqual({ a: "1", b: 'says "no' });
});

test("readCsv reads a gzip file, and a stream", async () => {
  const text = "a,b\n1,2\n";
  const expected = [{ record: { a: "1", b: "2" }, line: 2 }];
  expect((await read(gzipSync(text))).items).toEqual(expected);
  const stream = Readable.from([Buffer.from("a,b\n1"), Buffer.from(",2\n")]);
  expect((await drain(readCsv(stream))).items).toEqual(expected);
});

test("readCsv gives back every field that was quoted", async () => {
  const field = fc.string({ unit: fc.constantFrom("a", "é", ",", '"', "\n", "\r\n", " ") });
  const rows = fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 5 });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      const text = table.map((row) => `${row.map(quoted).join(",")}\n`).join("");
      const { items } = await drain(readCsv(Readable.from([Buffer.from(`x,y\n${text}`)])));
      expect(items.map(({ record }) => [record.x, record.y])).toEqual(table);
      const before = table.slice(0, -1).flat().join("").split("\n").length - 1;
      expect(items.at(-1)?.line).toBe(1 + table.length + before);
    }),
  );
});

test.each([
  ["too few", "a,b\n1,2\n3\n4,5\n", "the record has 1 columns, but the header has 2"],
  ["too many", "a,b\n1,2\n3,4,5\n4,5\n", "the record has 3 columns, but the header has 2"],
])(
  "readCsv throws a DatasetError naming file and line of a record with %s columns",
  async (_what, text, message) => {
    const path = textFile(text);
    const { items, error } = await drain(readCsv(path));
    expect(items).toEqual([{ record: { a: "1", b: "2" }, line: 2 }]);
    expect(error).toBeInstanceOf(DatasetError);
    expect(error).toMatchObject({ file: path, line: 3, message: expect.stringContaining(message) });
  },
);

test("readCsv hands the error of a wrong number of columns to onMalformed, and goes on", async () => {
  const errors: DatasetError[] = [];
  const { items } = await read("a,b\n1,2\n3\n4,5\n", {
    onMalformed: (error) => errors.push(error),
  });
  expect(items.map(({ record }) => record.a)).toEqual(["1", "4"]);
  expect(errors.map(({ line }) => line)).toEqual([3]);
});

test.each([
  ["a quote in an unquoted field", 'a,b\n"1\r\n",2\n3,x "y"\n', 4],
  ["text after a quoted field", 'a,b\n1,2\n3,"x" y\n', 3],
  ["a quote left open", 'a,b\n1,2\n3,"x\n4,5\n', 3],
])("readCsv throws a DatasetError naming the line of %s", async (_what, text, line) => {
  const onMalformed = () => {}; // where such a record ends is anybody's guess
  const { error } = await read(text, { onMalformed });
  expect(error).toBeInstanceOf(DatasetError);
  expect(error).toMatchObject({ line, message: expect.not.stringMatching(/ at line \d/) });
});

test("readCsv gives up a quote left open before it fills the memory", async () => {
  let chunks = 0;
  async function* endless() {
    yield Buffer.from('a,b\n1,"');
    for (; chunks < 10_000; chunks++) yield Buffer.from("x\n".repeat(2 ** 15));
  }
  const { error } = await drain(readCsv(Readable.from(endless())));
  expect(error).toBeInstanceOf(DatasetError);
  expect(error).toMatchObject({ file: "(stream)", line: 2 });
  expect(chunks).toBeLessThan(300); // 256 chunks of 64 KiB are 16 MiB
});

test.each([
  ["", "expected a header"],
  ["a,b,a\n1,2,3\n", 'names the column "a" twice'],
])("readCsv throws a DatasetError for the header of %j", async (text, message) => {
  expect(String((await read(text)).error)).toContain(message);
});

const latin1 = Buffer.from("a,b\n1,café\n", "latin1");

test("readCsv throws a DatasetError naming file and line that is not valid UTF-8", async () => {
  const { error } = await drain(readCsv(Readable.from([latin1]), { file: "x.zip/some.csv" }));
  expect(error).toBeInstanceOf(DatasetError);
  expect(error).toMatchObject({ file: "x.zip/some.csv", line: 2 });
});

test('readCsv(path, { encoding: "latin1" }) reads what is not UTF-8', async () => {
  const { items } = await read(latin1, { encoding: "latin1" });
  expect(items).toEqual([{ record: { a: "1", b: "café" }, line: 2 }]);
});

test("readCsv throws a DatasetError for a file that is not there", async () => {
  const { error } = await drain(readCsv("/no/such/file.csv"));
  expect(error).toBeInstanceOf(DatasetError);
  expect(String(error)).toMatch(/\/no\/such\/file.csv: .*ENOENT/);
});
