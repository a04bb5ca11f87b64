import { expect, test } from "vitest";
import { handMadeResults, metricsOf } from "../handMadeResults.test.fixture.js";
import { summarise } from "../statistics/summarise.js";
import { baselineVerdicts } from "./baselineVerdicts.js";
import { whyBelow } from "./whyBelow.js";

/** Why a loss with exampleF1 .1, that predicts so many labels where the data have 2, is below a baseline at .3. */
function reason(labelsPerExample: number, tuned: number): string {
  const results = handMadeResults({
    weak: { "threshold-0.5": [0.1, 0.1], "tuned-global": [tuned, tuned] },
    random: { "threshold-0.5": [0.3, 0.3] },
  });
  const rows = results.rows.map((row) => ({
    ...row,
    metrics: metricsOf(row.metrics.macroF1, { labelsPerExample }),
  }));
  const changed = { ...results, rows };
  const summary = summarise(changed);
  const [verdict] = baselineVerdicts(changed, summary);
  if (verdict === undefined) throw new Error("no verdict");
  return whyBelow(verdict, summary, 2);
}

test("whyBelow says too many, too few or wrong labels, with both counts", () => {
  const counts = (labels: string) => `${labels} labels per example where the data have 2.00`;
  expect(reason(3.8, 0.1)).toBe(`it predicts too many labels (${counts("3.80")})`);
  expect(reason(0.2, 0.1)).toBe(`it predicts too few labels (${counts("0.20")})`);
  expect(reason(2.1, 0.1)).toBe(
    `it predicts about the right number of labels (${counts("2.10")}), but not the right ones`,
  );
});

test("whyBelow names the rule under which the same scores pass the baseline", () => {
  expect(reason(0.2, 0.7)).toContain(
    "with tuned-global the same scores reach 0.700: threshold-0.5 is the wrong rule for them",
  );
  expect(reason(0.2, 0.25)).not.toContain("tuned-global");
});
