import fc from "fast-check";
import { expect, test } from "vitest";
import { gridResults } from "./grid/gridResults.test.fixture.js";
import { handMadeResults } from "./handMadeResults.test.fixture.js";
import { printTable } from "./printTable.js";

const ahead = [0.51, 0.62, 0.73, 0.82, 0.92];
const behind = [0.5, 0.6, 0.7, 0.8, 0.9];
const flat = [0.2, 0.2, 0.2, 0.2, 0.2];

test("printTable prints a table per rule: losses, then baselines, mean ± interval, * on the best", () => {
  const text = printTable(
    handMadeResults({
      "sigmoid-f1": { "threshold-0.5": ahead },
      focal: { "threshold-0.5": behind },
      random: { "threshold-0.5": flat },
    }),
  );
  const lines = text.split("\n");
  expect(lines[0]).toMatch(
    /^threshold-0\.5 +exampleF1 +microF1 +macroF1 +samplesF1 +labels\/ex\.$/,
  );
  expect(lines[2]).toMatch(/^sigmoid-f1 +(0\.720 ±0\.200\* +){4}0\.72 ±0\.20$/);
  expect(lines[3]).toMatch(/^focal +(0\.700 ±0\.196 +){4}0\.70 ±0\.20$/);
  expect(lines[5]).toMatch(/^random +(0\.200 ±0\.000 +){4}0\.20 ±0\.00$/);
  expect(text).toContain("95 % t-interval over 5 seeds");
});

test("printTable marks classical baselines, which stand among the losses", () => {
  const baselines = ["random", { use: "linear-svm", name: "svm", C: 10 }, "ml-knn"];
  const text = printTable(
    handMadeResults(
      { focal: { r: behind }, random: { r: flat }, svm: { r: ahead }, "ml-knn": { r: flat } },
      { settings: { baselines } },
    ),
  );
  const lines = text.split("\n");
  expect(lines[3]).toMatch(/^svm \(baseline\) +0\.720 ±0\.200\*/);
  expect(lines[4]).toMatch(/^ml-knn \(baseline\) +0\.200/);
  expect(lines[5]).toMatch(/^┄/);
  expect(lines[6]).toMatch(/^random +0\.200/);
});

test("printTable lines up the decimal points of a column", () => {
  const lines = printTable(
    handMadeResults({ a: { r: ahead }, "a-longer-name": { r: behind }, random: { r: flat } }),
  ).split("\n");
  const points = [2, 3, 5].map((i) =>
    [...(lines[i] ?? "").matchAll(/\.(?=\d)/g)].map(({ index }) => index),
  );
  expect(points[0]).toHaveLength(10);
  expect(points[1]).toEqual(points[0]);
  expect(points[2]).toEqual(points[0]);
});

test("printTable says that one seed has no interval and marks nothing", () => {
  const text = printTable(handMadeResults({ a: { r: [0.9] }, b: { r: [0.1] } }));
  expect(text).not.toMatch(/[±*]/);
  expect(text).toContain("one seed: no interval, no test");
});

test("printTable keeps within 120 characters and sends no control character, whatever the names", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (loss, decision) => {
      const text = printTable(
        handMadeResults({ [`\u001b[2J${loss}`]: { [`\u0007${decision}`]: ahead } }),
      );
      for (const line of text.split("\n")) {
        expect(line.length).toBeLessThanOrEqual(120);
        expect(line).not.toMatch(/\p{Cc}/u);
      }
    }),
    { numRuns: 50 },
  );
});

test("printTable tells long names apart", () => {
  const names = [
    "binary-cross-entropy-weighted-by-class",
    "binary-cross-entropy-weighted-by-label",
  ];
  const text = printTable(
    handMadeResults(Object.fromEntries(names.map((name) => [name, { r: ahead }]))),
  );
  for (const name of names) expect(text).toContain(`\n${name} `);
});

test("printTable of results without a row says that no run finished", () => {
  expect(printTable(handMadeResults({}))).toBe("No run finished.\n");
});

test("printTable of a grid prints what the report tables, and how many rows more there are", () => {
  const text = printTable(
    gridResults({ beta: 2 }, [
      { base: "a", grid: { beta: 1 }, seeds: ahead },
      { base: "a", grid: { beta: 2 }, seeds: behind },
      { base: "a", grid: { beta: 3 }, seeds: flat },
    ]),
  );
  expect(text).toMatch(/\na beta=1 /);
  expect(text).toMatch(/\na {2,}0/);
  expect(text).not.toContain("a beta=3");
  expect(text).toContain("results.json has 5 more rows.");
});

test.each([[80], [60], [50]])(
  "printTable keeps within a terminal of %i columns, and names what it leaves out",
  (width) => {
    const names = ["a", "binary-cross-entropy-weighted-by-class"];
    const text = printTable(
      handMadeResults(Object.fromEntries(names.map((name) => [name, { r: ahead }]))),
      { width },
    );
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(width);
    expect(text).toMatch(/^r +exampleF1 .*labels\/ex\.$/m);
    expect(text.replaceAll(/\s+/g, " ")).toMatch(/No room for .*samplesF1.*: the report has all\./);
  },
);

test("printTable leaves out nothing where there is room, or no terminal", () => {
  const results = handMadeResults({ a: { r: ahead } });
  expect(printTable(results, { width: 120 })).toBe(printTable(results));
});
