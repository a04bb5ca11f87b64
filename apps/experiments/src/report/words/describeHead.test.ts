import { expect, test } from "vitest";
import { describeHead } from "./describeHead.js";

const none = { hidden: [], dropout: 0, inputDropout: 0, l2: 0 };

test.each([
  [none, "linear"],
  [
    { ...none, hidden: [64, 32], dropout: 0.3, l2: 1e-4 },
    "mlp, hidden 64, 32, dropout 0.3, l2 0.0001",
  ],
  [{ ...none, embedding: 100 }, "mlp, embedding 100"],
  [{ ...none, use: "cnn", height: 32, filters: [8, 16] }, "cnn on 64 × 32, filters 8, 16"],
])("describeHead says kind, layers and what is not 0: %j", (head, words) => {
  expect(describeHead({ head })).toEqual([words]);
});

test("describeHead counts the losses with another head than the file's", () => {
  const losses = [{ head: none }, { head: { ...none, l2: 0.1 } }];
  expect(describeHead({ head: none, losses })).toEqual(["linear", "1 of 2 losses differ"]);
});
