import { expect, test } from "vitest";
import { wrapTitle } from "./wrapTitle.js";

const tenCharacters = 78;

test("wrapTitle keeps on one line what fits", () => {
  expect(wrapTitle("sigmoid-f1", tenCharacters)).toEqual(["sigmoid-f1"]);
  expect(wrapTitle("", tenCharacters)).toEqual([""]);
});

test("wrapTitle parts after spaces and hyphens, and drops nothing else", () => {
  expect(wrapTitle("beta, sigmoid-f1 batch", tenCharacters)).toEqual([
    "beta,",
    "sigmoid-f1",
    "batch",
  ]);
  expect(wrapTitle("adaptive-sigmoid-f1", tenCharacters)).toEqual(["adaptive-", "sigmoid-f1"]);
});

test("wrapTitle parts a word that is longer than a line", () => {
  expect(wrapTitle("a hyperparameter", tenCharacters)).toEqual(["a", "hyperparam", "eter"]);
});
