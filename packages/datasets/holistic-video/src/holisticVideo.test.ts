import { symlinkSync } from "node:fs";
import { DatasetError, loadDataset, openDataset } from "@sigf1/datasets";
import { expect, test } from "vitest";
import { ClipFolder, clipNames } from "./ClipFolder.js";
import { holisticVideo } from "./holisticVideo.js";
import { mirror } from "./mirror.test.fixture.js";
import { parseLabelRow } from "./parseLabelRow.js";
import { readLabels } from "./readLabels.js";
import { readTagCategories } from "./readTagCategories.js";

const categoryOf = new Map([
  ["karate", "action"],
  ["dobok", "object"],
] as const);
const place = { file: "labels.csv", line: 7 };
const row = {
  Tags: "karate|dobok",
  youtube_id: "gD_G1b0wV5I",
  time_start: "101.5",
  time_end: "103.5",
};

test("parseLabelRow reads tags and span; the id writes the times as the table does", () => {
  expect(parseLabelRow(row, categoryOf, place)).toEqual({
    id: "gD_G1b0wV5I_101.5_103.5",
    clip: { youtubeId: "gD_G1b0wV5I", start: 101.5, end: 103.5 },
    tags: ["karate", "dobok"],
  });
  expect(parseLabelRow({ ...row, Tags: "dobok|dobok" }, categoryOf, place).tags).toEqual(["dobok"]);
});

test.each([
  [
    "a tag without a category",
    { Tags: "karate|wings" },
    'has the tag "wings", which is not among the 2 tags',
  ],
  ["no tag", { Tags: "" }, 'has the tag ""'],
  ["an id that leads out of a folder", { youtube_id: "../../x" }, '"../../x" is no id'],
  ["a span that goes backwards", { time_end: "100" }, 'from "101.5" to "100"'],
  ["a time that is no number", { time_start: "1e3x" }, 'from "1e3x"'],
  ["a negative time", { time_start: "-1" }, 'from "-1"'],
])("parseLabelRow refuses %s with file and line", (_what, change, message) => {
  const parse = () => parseLabelRow({ ...row, ...change }, categoryOf, place);
  expect(parse).toThrow(DatasetError);
  expect(parse).toThrow(/^labels\.csv:7: /);
  expect(parse).toThrow(message);
});

test("parseLabelRow names the columns that a table must have", () => {
  const parse = () => parseLabelRow({ Tags: "karate", id: "x" }, categoryOf, place);
  expect(parse).toThrow(
    "labels.csv:1: expected the columns Tags, youtube_id, time_start and time_end",
  );
});

test.each([
  ["an unknown category", "Tag,Category\nkarate,sport\n", /:2: "karate" has the category "sport"/],
  [
    "a tag listed twice",
    "Tag,Category\nkarate,action\nkarate,event\n",
    /:3: the tag "karate" is listed twice/,
  ],
  ["other columns", "tag,category\nkarate,action\n", /:2: expected the columns Tag and Category/],
  ["a wrong number of columns", "Tag,Category\nkarate\n", /:2: the record has 1 columns/],
  ["Latin-1 text", Buffer.from("Tag,Category\ncafé,scene\n", "latin1"), /:2: .*not valid UTF-8/],
])("readTagCategories refuses %s with file and line", async (_what, content, message) => {
  const { data } = mirror({ "tags.csv": content });
  await expect(readTagCategories(`${data}/holistic-video/tags.csv`)).rejects.toThrow(message);
});

test("readLabels refuses an archive that is none, and a table with a wrong number of columns", async () => {
  const { data } = mirror({
    "a.zip": "no archive",
    "b.csv": "Tags,youtube_id,time_start,time_end\nkarate,gD_G1b0wV5I,1\n",
  });
  const read = async (name: string) => {
    for await (const _row of readLabels(`${data}/holistic-video/${name}`));
  };
  await expect(read("a.zip")).rejects.toThrow(/a\.zip: the archive cannot be read/);
  await expect(read("b.csv")).rejects.toThrow(/b\.csv:2: the record has 3 columns/);
});

test("a clip may be named by its id, by whole seconds with or without a trailing _, and by tenths", () => {
  expect(clipNames(parseLabelRow(row, categoryOf, place))).toEqual([
    "gD_G1b0wV5I_101.5_103.5",
    "gD_G1b0wV5I_000101_000103_",
    "gD_G1b0wV5I_000101_000103",
    "gD_G1b0wV5I_001015_001035",
  ]);
});

test("ClipFolder finds files and folders of frames by any of these names, and no empty or dangling ones", async () => {
  const { data } = mirror({
    "clips/gD_G1b0wV5I_001015_001035.mp4": "x",
    "clips/aaaaaaaaaaa_000001_000003/img_00001.jpg": "x",
    "clips/bbbbbbbbbbb_1_3.mp4": "",
  });
  symlinkSync("moved.mp4", `${data}/holistic-video/clips/ddddddddddd_1_3.mp4`);
  const folder = await ClipFolder.open(`${data}/holistic-video/clips`);
  const find = (youtube_id: string, change = {}) =>
    folder.find(parseLabelRow({ ...row, youtube_id, ...change }, categoryOf, place));
  expect(await find("gD_G1b0wV5I")).toBe(
    `${data}/holistic-video/clips/gD_G1b0wV5I_001015_001035.mp4`,
  );
  const short = { time_start: "1", time_end: "3" };
  expect(await find("aaaaaaaaaaa", short)).toBe(
    `${data}/holistic-video/clips/aaaaaaaaaaa_000001_000003`,
  );
  expect(await find("bbbbbbbbbbb", short)).toBeUndefined();
  expect(await find("ccccccccccc", short)).toBeUndefined();
  expect(await find("ddddddddddd", short)).toBeUndefined();
});

test("holisticVideo refuses labels that are not the published ones, by their digest", async () => {
  const load = loadDataset(holisticVideo, mirror({ "HVU_Val_V1.0.zip": "other" }));
  await expect(load).rejects.toThrow(/HVU_Val_V1\.0\.zip: not the file that holistic-video needs/);
});

test("holisticVideo states nothing about what depends on the user's files", () => {
  const stated = (options: object) =>
    holisticVideo.statistics?.(openDataset(holisticVideo, { options }).options);
  expect(stated({})).toEqual({ examples: 31_171, classes: 3142, cardinality: 17.104 });
  expect(stated({ clips: "required" })).toBeUndefined();
  expect(stated({ part: "train" })).toBeUndefined();
  expect(stated({ minCount: 2 })).toBeUndefined();
});
