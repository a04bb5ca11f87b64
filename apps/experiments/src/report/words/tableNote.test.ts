import { expect, test } from "vitest";
import { handMadeResults } from "../handMadeResults.test.fixture.js";
import { summarise } from "../statistics/summarise.js";
import { tableNote } from "./tableNote.js";

const noteOf = (...losses: readonly object[]) => {
  const results = handMadeResults({ a: { r: [0.5] } }, { settings: { losses } });
  return tableNote(results, summarise(results));
};

test("tableNote says whose settings were searched, and by how many trials", () => {
  const searched = { name: "a", search: { use: "random", budget: 27 } };
  expect(noteOf(searched)).toContain(
    "The settings of every loss were searched within each run, on its validation part, by up to 27 trials.",
  );
  expect(noteOf(searched, { name: "b" })).toContain("The settings of a were searched");
  expect(noteOf({ name: "b" })).not.toContain("searched");
});
