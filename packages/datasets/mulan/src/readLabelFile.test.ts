import { join } from "node:path";
import { DatasetError } from "@sigf1/datasets";
import { expect, test } from "vitest";
import { readLabelFile } from "./readLabelFile.js";
import { temporaryFiles } from "./temporaryFiles.test.fixture.js";

async function read(content: string | Uint8Array) {
  return [...(await readLabelFile(join(temporaryFiles({ "x.xml": content }), "x.xml")))];
}

test("readLabelFile gives the labels in the order of the file", async () => {
  const xml = `<?xml version="1.0" encoding="utf-8"?>
    <!-- two -->
    <labels xmlns="http://mulan.sourceforge.net/labels">
    <label name="b"></label>
    <label name="a"/>
    </labels>`;
  expect(await read(xml)).toEqual([
    ["b", []],
    ["a", []],
  ]);
});

test("readLabelFile gives the labels above a label, the nearest first", async () => {
  const xml = `<labels>
    <label name="sports"><label name="football"/><label name="ball">
      <label name="tennis"/></label></label>
    <label name="arts"/></labels>`;
  expect(await read(xml)).toEqual([
    ["sports", []],
    ["football", ["sports"]],
    ["ball", ["sports"]],
    ["tennis", ["ball", "sports"]],
    ["arts", []],
  ]);
});

test("readLabelFile leaves names as they are: numbers, spaces, characters that XML escapes", async () => {
  const xml = `<labels><label name="007"/><label name=" r&amp;b "/><label name="&#228;&lt;"/>
    <label name="__proto__"/></labels>`;
  expect((await read(xml)).map(([name]) => name)).toEqual(["007", " r&b ", "ä<", "__proto__"]);
});

test.each([
  ["a file that is not XML", "@relation x", "x.xml:1: "],
  ["an element that is not closed", "<labels>\n<label name='a'>\n</labels>", "x.xml:3: "],
  ["an empty file", "", "not well-formed XML"],
  ["a file that is not UTF-8", Uint8Array.of(0x3c, 0xff), "it is not UTF-8 text"],
  ["another root", "<names><label name='a'/></names>", "expected one <labels>"],
  ["no label", "<labels></labels>", "holds no <label>"],
  ["another element", "<labels><lable name='a'/></labels>", "expected only <label>"],
  ["text", "<labels>a, b</labels>", 'found "a, b"'],
  ["a label without a name", "<labels><label/></labels>", "has no name"],
  ["an empty name", "<labels><label name=''/></labels>", "has no name"],
  [
    "a label twice",
    "<labels><label name='a'><label name='a'/></label></labels>",
    'the label "a" is there twice',
  ],
  [
    "a document type, which could define entities that unfold without end",
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><labels><label name="&b;"/></labels>',
    "take out <!DOCTYPE",
  ],
  [
    "labels more than 100 deep",
    `<labels>${"<label name='a'>".repeat(101)}${"</label>".repeat(101)}</labels>`,
    "Maximum nested tags exceeded",
  ],
])("readLabelFile throws a DatasetError naming the file for %s", async (_what, xml, message) => {
  await expect(read(xml)).rejects.toThrow(DatasetError);
  await expect(read(xml)).rejects.toThrow("x.xml");
  await expect(read(xml)).rejects.toThrow(message);
});
