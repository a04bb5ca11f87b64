import { expect, test } from "vitest";
import { handMadeResults } from "../handMadeResults.test.fixture.js";
import { summarise } from "../statistics/summarise.js";
import { supportedBests } from "./supportedBests.js";

test("supportedBests lists loss, rule and metrics of every mark, and counts the comparisons", () => {
  const { bests, compared } = supportedBests(
    summarise(
      handMadeResults({
        a: { r: [0.51, 0.62, 0.73, 0.82, 0.92], s: [0.5, 0.6, 0.7, 0.8, 0.9] },
        b: { r: [0.5, 0.6, 0.7, 0.8, 0.9], s: [0.5, 0.6, 0.7, 0.8, 0.9] },
      }),
    ),
  );
  expect(bests.map(({ decision, loss }) => [decision, loss])).toEqual([
    ["r", "a"],
    ["r", "b"],
  ]);
  expect(bests[0]?.metrics).toContain("exampleF1");
  expect(bests[1]?.metrics).toEqual(["hammingLoss"]);
  // Nine compared columns in the main table, two rules.
  expect(compared).toBe(18);
});
