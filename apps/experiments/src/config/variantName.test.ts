import { expect, test } from "vitest";
import { variantName } from "./variantName.js";

test("variantName is the loss's name and the values, each by the last key of its path", () => {
  const axes = ["beta", "eta", "training.batchSize"];
  expect(variantName("sigmoid-f1", { beta: 0.5, eta: -2 }, axes)).toBe(
    "sigmoid-f1 beta=0.5 eta=-2",
  );
  expect(variantName("a", { "training.batchSize": 16 }, axes)).toBe("a batchSize=16");
});

test("variantName gives the whole path where two axes end in the same key", () => {
  const axes = ["decision", "training.decision"];
  expect(variantName("a", { "training.decision": "gfm" }, axes)).toBe("a training.decision=gfm");
});

test("variantName tells lists apart", () => {
  const axes = ["head.hidden"];
  const names = [[], [8], [8, 4]].map((hidden) =>
    variantName("a", { "head.hidden": hidden }, axes),
  );
  expect(names).toEqual(["a hidden=[]", "a hidden=[8]", "a hidden=[8,4]"]);
});
