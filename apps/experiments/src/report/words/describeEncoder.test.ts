import { expect, test } from "vitest";
import { describeEncoder } from "./describeEncoder.js";

test("describeEncoder parts the options of an id from its name", () => {
  expect(describeEncoder('tf-idf({"ngramRange":[1,2],"norm":"l2","stopWords":null})')).toEqual([
    "tf-idf",
    "ngramRange 1–2, norm l2, stopWords none",
  ]);
  expect(describeEncoder("identity({})")).toEqual(["identity"]);
});

test("describeEncoder leaves an id of another form as it is", () => {
  for (const id of ["standard-scaler", "bert(v2)", "a({broken})"]) {
    expect(describeEncoder(id)).toEqual([id]);
  }
});
