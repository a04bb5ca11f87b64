import { expect, test } from "vitest";
import { handMadeResults } from "../handMadeResults.test.fixture.js";
import { watchedFigures } from "./watchedFigures.js";

const watching = (...metrics: readonly string[]) =>
  handMadeResults(
    {},
    {
      validationMetric: "macroF1",
      settings: { losses: metrics.map((metric) => ({ name: metric, training: { metric } })) },
    },
  );

test("watchedFigures has what the losses watch, not what the file's training says", () => {
  expect(watchedFigures(watching("exampleF1", "exampleF1"))).toEqual(["exampleF1"]);
  expect(watchedFigures(watching("exampleF1", "microF1"))).toEqual(["exampleF1", "microF1"]);
});

test("watchedFigures has the file's where results say nothing of the losses", () => {
  expect(watchedFigures(handMadeResults({}))).toEqual(["exampleF1"]);
});
