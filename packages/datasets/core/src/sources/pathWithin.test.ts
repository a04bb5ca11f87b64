import { join } from "node:path";
import { expect, test } from "vitest";
import { DatasetError } from "../DatasetError.js";
import { pathWithin } from "./pathWithin.js";

test.each(["1.jpg", "sub/1.jpg", "..1.jpg", "a b..c/é.jpg"])(
  "pathWithin(folder, %j) is the path in the folder",
  (name) => {
    expect(pathWithin("/some/folder", name)).toBe(join("/some/folder", name));
  },
);

test.each([
  "",
  " ",
  "..",
  "../../x.jpg",
  "sub/../../x.jpg",
  "sub/..",
  "/etc/passwd",
  "C:\\x.jpg",
  "c:x.jpg",
  "..\\x.jpg",
  "x.jpg\0",
])("pathWithin(folder, %j) throws a DatasetError naming the place", (name) => {
  const path = () => pathWithin("/some/folder", name, { file: "some.csv", line: 3 });
  expect(path).toThrow(DatasetError);
  expect(path).toThrow("some.csv:3: expected the name of a file in the folder /some/folder");
});
