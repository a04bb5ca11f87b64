import { expect, it } from "vitest";
import { valueIn } from "./valueIn.js";
import { withValue } from "./withValue.js";

const file = { dataset: "simulated", head: { l2: 1, dropout: 0.5 }, losses: ["focal", "hill"] };

it.each([
  ["head.l2", 2, { head: { l2: 2, dropout: 0.5 } }],
  ["dataset", "yeast", { dataset: "yeast" }],
  ["dataset", { use: "yeast", a: 1 }, { dataset: { use: "yeast", a: 1 } }],
  ["dataset", { classes: 4 }, { dataset: { use: "simulated", classes: 4 } }],
  ["dataset.classes", 4, { dataset: { use: "simulated", classes: 4 } }],
  ["head", { l2: 2 }, { head: { l2: 2, dropout: 0.5 } }],
  ["training.epochs", 4, { training: { epochs: 4 } }],
  ["losses.1.gamma", 4, { losses: ["focal", { use: "hill", gamma: 4 }] }],
])("withValue sets %s to %j, and leaves the rest", (path, value, changed) => {
  expect(withValue(file, path, value)).toEqual({ ...file, ...changed });
});

it.each([
  ["dataset", "simulated"],
  ["dataset.use", "simulated"],
  ["head.l2", 1],
  ["losses.1", "hill"],
  ["head.l3", undefined],
  ["dataset.constructor", undefined],
  ["nothing.here", undefined],
])("valueIn finds %s", (path, value) => {
  expect(valueIn(file, path)).toEqual(value);
});
