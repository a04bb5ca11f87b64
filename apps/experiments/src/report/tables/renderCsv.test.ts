import { expect, test } from "vitest";
import type { Results } from "../../results/Results.js";
import { handMadeResults, metricsOf } from "../handMadeResults.test.fixture.js";
import { renderCsv } from "./renderCsv.js";

const csvOf = ({ rows }: Results) =>
  renderCsv(rows.map((row) => ({ ...row, experiment: "e", cell: "c", dataset: "d" })));

test("renderCsv has a row per loss, rule and seed with every figure of test and validation part in full", () => {
  const results = handMadeResults({ a: { r: [0.1, 1 / 3] }, random: { r: [0.2, null] } });
  const lines = csvOf(results).split("\r\n");
  const [head = "", first, second, third, end] = lines;
  expect(head.split(",").slice(0, 7)).toEqual([
    "experiment",
    "cell",
    "dataset",
    "loss",
    "decision",
    "seed",
    "exampleF1",
  ]);
  expect(head.split(",")).toHaveLength(6 + 2 * Object.keys(metricsOf(0)).length);
  expect(first).toMatch(/^e,c,d,a,r,0,0\.1,/);
  expect(second).toMatch(/^e,c,d,a,r,1,0\.3333333333333333,/);
  expect(third).toMatch(/^e,c,d,random,r,0,0\.2,/);
  expect(end).toBe("");
});

test("renderCsv quotes names with commas, quotes and line breaks", () => {
  const [, ...rest] = csvOf(handMadeResults({ 'a "b", [8,\n4]': { r: [0] } })).split("\r\n");
  expect(rest[0]).toMatch(/^e,c,d,"a ""b"", \[8,\n4\]",r,0,/);
});
