import { expect, test } from "vitest";
import { type HandMadeValues, handMadeResults } from "../handMadeResults.test.fixture.js";
import { summarise } from "../statistics/summarise.js";
import { baselineVerdicts } from "./baselineVerdicts.js";

const rule = "threshold-0.5";

function verdicts(values: HandMadeValues) {
  const results = handMadeResults(values);
  return baselineVerdicts(results, summarise(results)).map(
    ({ row, reference, above, supported }) => ({
      loss: row.name,
      reference: reference.name,
      above,
      supported,
    }),
  );
}

test("baselineVerdicts holds every loss against the strongest trivial baseline", () => {
  const [good, shaky, bad] = verdicts({
    good: { [rule]: [0.6, 0.61, 0.62] },
    shaky: { [rule]: [0.9, 0.2, 0.2] },
    bad: { [rule]: [0.1, 0.1, 0.1] },
    random: { [rule]: [0.2, 0.21, 0.2] },
    "all-positive": { [rule]: [0.3, 0.3, 0.3] },
  });
  expect(good).toEqual({ loss: "good", reference: "all-positive", above: true, supported: true });
  expect(shaky).toMatchObject({ above: true, supported: false });
  expect(bad).toMatchObject({ above: false, supported: false });
});

test("baselineVerdicts supports nothing on one seed", () => {
  const [verdict] = verdicts({ a: { [rule]: [0.9] }, random: { [rule]: [0.1] } });
  expect(verdict).toMatchObject({ above: true, supported: false });
});

test("baselineVerdicts compares under the rule that validation chose, whichever that is", () => {
  const values = {
    a: { gfm: [0.2, 0.2], "tuned-global": [0.6, 0.6] },
    random: { gfm: [0.5, 0.5], "tuned-global": [0.4, 0.4] },
  };
  const results = handMadeResults(values);
  const [verdict] = baselineVerdicts(results, summarise(results));
  expect(verdict).toMatchObject({
    decision: "tuned-global",
    reference: { name: "random", exampleF1: 0.4 },
    above: true,
  });
});

test("baselineVerdicts takes the first rule with baselines where the chosen one has none", () => {
  const results = handMadeResults({
    a: { gfm: [0.6], "top-k": [0.9] },
    random: { gfm: [0.1] },
  });
  expect(baselineVerdicts(results, summarise(results))[0]?.decision).toBe("gfm");
});

test("baselineVerdicts is empty without baselines", () => {
  expect(verdicts({ a: { [rule]: [0.9] } })).toEqual([]);
});
