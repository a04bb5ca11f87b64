import { expect, test } from "vitest";
import { splitNames } from "./splitNames.js";

test("splitNames parts names at commas, without the spaces around them", () => {
  expect(splitNames("focal, sigmoid-f1")).toEqual(["focal", "sigmoid-f1"]);
  expect(splitNames("0,,1")).toEqual(["0", "", "1"]);
  expect(splitNames("")).toEqual([""]);
});

test("splitNames leaves commas within brackets", () => {
  expect(splitNames('a hidden=[8,4],a hidden=[[1,2],[3]] l2={"x":1,"y":2}, b')).toEqual([
    "a hidden=[8,4]",
    'a hidden=[[1,2],[3]] l2={"x":1,"y":2}',
    "b",
  ]);
});

test("splitNames takes a closing bracket without an opening one as any character", () => {
  expect(splitNames("a],b")).toEqual(["a]", "b"]);
});
