import { expect, test } from "vitest";
import { handMadeResults, metricsOf } from "../handMadeResults.test.fixture.js";
import { validationChoice } from "./validationChoice.js";

test("validationChoice is the pair with the best mean on validation, not the best on test", () => {
  const results = handMadeResults({ a: { r: [0.9, 0.9], s: [0.1, 0.1] }, b: { r: [0.5, 0.5] } });
  const validation: Record<string, number> = { "a r": 0.4, "a s": 0.6, "b r": 0.5 };
  const rows = results.rows.map((row) => ({
    ...row,
    validation: metricsOf(validation[`${row.loss} ${row.decision}`] ?? 0),
  }));
  expect(validationChoice({ ...results, rows })).toEqual({
    loss: "a",
    decision: "s",
    validation: 0.6,
  });
});

test("validationChoice averages over seeds", () => {
  const choice = validationChoice(handMadeResults({ a: { r: [1, 0] }, b: { r: [0.6, 0.6] } }));
  expect(choice?.loss).toBe("b");
});

test("validationChoice takes no trivial baseline, and the first of equals", () => {
  const results = handMadeResults({ random: { r: [1] }, a: { r: [0.5] }, b: { r: [0.5] } });
  expect(validationChoice(results)?.loss).toBe("a");
  expect(validationChoice(handMadeResults({ random: { r: [1] } }))).toBeUndefined();
});
