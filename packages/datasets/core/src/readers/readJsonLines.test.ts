import { expect, test } from "vitest";
import { DatasetError } from "../DatasetError.js";
import { readJsonLines } from "./readJsonLines.js";
import { drain, textFile } from "./textFile.test.fixture.js";

test("readJsonLines yields the value of each line, numbered from 1", async () => {
  const { items } = await drain(readJsonLines(textFile('{"a":"é"}\n[1]\r\nnull')));
  expect(items).toEqual([
    { value: { a: "é" }, line: 1 },
    { value: [1], line: 2 },
    { value: null, line: 3 },
  ]);
});

test("readJsonLines passes over blank lines", async () => {
  const { items } = await drain(readJsonLines(textFile("1\n\n  \n2\n\n")));
  expect(items).toEqual([
    { value: 1, line: 1 },
    { value: 2, line: 4 },
  ]);
});

const long = `{"title": "${"x".repeat(200)}`;

test("readJsonLines throws a DatasetError naming file, line and start of a line that is no JSON", async () => {
  const path = textFile(`1\n${long}\n3\n`);
  const { items, error } = await drain(readJsonLines(path));
  expect(items).toEqual([{ value: 1, line: 1 }]);
  expect(error).toBeInstanceOf(DatasetError);
  expect(error).toMatchObject({ file: path, line: 2 });
  expect(String(error)).toContain(JSON.stringify(long.slice(0, 80)));
});

test("readJsonLines hands the error of a line that is no JSON to onMalformed, and goes on", async () => {
  const path = textFile(`1\n${long}\n3\nundefined\n`);
  const errors: DatasetError[] = [];
  const { items } = await drain(
    readJsonLines(path, { onMalformed: (error) => errors.push(error) }),
  );
  expect(items.map(({ value }) => value)).toEqual([1, 3]);
  expect(errors.map(({ file, line }) => [file, line])).toEqual([
    [path, 2],
    [path, 4],
  ]);
});

test("readJsonLines throws for bytes that are no UTF-8, whatever onMalformed says", async () => {
  const path = textFile(Buffer.from('1\n"é"\n', "latin1"));
  const { error } = await drain(readJsonLines(path, { onMalformed: () => {} }));
  expect(error).toMatchObject({ file: path, line: 2 });
});
