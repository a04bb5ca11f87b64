import { expect, test } from "vitest";
import { handMadeResults, metricsOf } from "../handMadeResults.test.fixture.js";
import { renderCsv } from "./renderCsv.js";

test("renderCsv has a row per loss, rule and seed with every figure of test and validation part in full", () => {
  const results = handMadeResults({ a: { r: [0.1, 1 / 3] }, random: { r: [0.2, null] } });
  const lines = renderCsv(results).split("\r\n");
  const [head = "", first, second, third, end] = lines;
  expect(head.split(",").slice(0, 6)).toEqual([
    "experiment",
    "dataset",
    "loss",
    "decision",
    "seed",
    "exampleF1",
  ]);
  expect(head.split(",")).toHaveLength(5 + 2 * Object.keys(metricsOf(0)).length);
  expect(first).toMatch(/^hand-made,hand-made,a,r,0,0\.1,/);
  expect(second).toMatch(/^hand-made,hand-made,a,r,1,0\.3333333333333333,/);
  expect(third).toMatch(/^hand-made,hand-made,random,r,0,0\.2,/);
  expect(end).toBe("");
});

test("renderCsv quotes names with commas, quotes and line breaks", () => {
  const [, ...rest] = renderCsv(handMadeResults({ 'a "b", [8,\n4]': { r: [0] } })).split("\r\n");
  expect(rest[0]).toMatch(/^hand-made,hand-made,"a ""b"", \[8,\n4\]",r,0,/);
});
