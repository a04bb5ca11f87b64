import { expect, test } from "vitest";
import { DatasetError } from "../DatasetError.js";
import { officialSplit } from "./officialSplit.js";

const examples = ["a", "b", "c", "d"].map((id) => ({ id }));

test("officialSplit turns ids into ascending positions", () => {
  const ids = { train: ["d", "a"], validation: ["c"], test: ["b"] };
  expect(officialSplit(ids, examples)).toEqual({ train: [0, 3], validation: [2], test: [1] });
});

test("officialSplit leaves out ids that have no example", () => {
  const ids = { train: ["d", "z", "a"], validation: ["c"], test: ["b", "y"] };
  expect(officialSplit(ids, examples)).toEqual({ train: [0, 3], validation: [2], test: [1] });
});

test.each([
  [
    "an id in two parts",
    { train: ["a", "d"], validation: ["c", "a"], test: ["b"] },
    '"a" in train and again',
  ],
  [
    "an example in no part",
    { train: ["a"], validation: ["c"], test: ["b"] },
    'does not list example "d"',
  ],
  [
    "an empty part",
    { train: ["a", "d", "c"], validation: ["z"], test: ["b"] },
    "the validation part",
  ],
])("officialSplit throws a DatasetError for %s", (_what, ids, message) => {
  expect(() => officialSplit(ids, examples)).toThrow(DatasetError);
  expect(() => officialSplit(ids, examples)).toThrow(message);
});
