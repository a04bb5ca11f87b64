import { expect, test } from "vitest";
import { DatasetError } from "./DatasetError.js";

test("DatasetError's message starts with the place where it is known", () => {
  expect(new DatasetError("wrong").message).toBe("wrong");
  expect(new DatasetError("wrong", { file: "a.txt" }).message).toBe("a.txt: wrong");
  expect(new DatasetError("wrong", { file: "a.txt", line: 3 }).message).toBe("a.txt:3: wrong");
});

test("DatasetError carries file, line and cause", () => {
  const cause = new Error("why");
  const error = new DatasetError("wrong", { file: "a.txt", line: 3, cause });
  expect(error).toMatchObject({ name: "DatasetError", file: "a.txt", line: 3, cause });
});
