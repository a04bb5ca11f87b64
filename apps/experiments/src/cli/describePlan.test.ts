import { expect, it } from "vitest";
import type { PlannedRow, PlannedStudy, RemainingTime } from "../run/plan/PlannedStudy.js";
import { describePlan } from "./describePlan.js";

function plan(rows: readonly PlannedRow[], remaining: Partial<RemainingTime>): PlannedStudy {
  const counts = { runs: 3000, done: 1000, resumable: 2, toDo: 2000 };
  const time = { seconds: 0, bySize: false, unknownRuns: 0, ...remaining };
  const dataset = { id: "yeast", examples: 2417, classes: 14, cardinality: 4.2 };
  const cell = {
    ...{ name: "a", values: {}, folder: ".", dataset, encoder: "identity" },
    ...counts,
  };
  return {
    ...{ experiment: "small", out: "/results", engine: "wasm", compiled: true },
    ...counts,
    cells: [{ ...cell, rows, remaining: time }],
    remaining: time,
  };
}

const counts = { runs: 3, done: 1, resumable: 1, toDo: 2 };

it("says of each loss how far its runs are, and where its seconds come from", () => {
  const rows: readonly PlannedRow[] = [
    { loss: "focal", ...counts, seconds: 1.234, basis: { from: "this loss", runs: 1 } },
    { loss: "hill", ...counts, seconds: 61.7, basis: { from: "size" } },
    { loss: "knn", ...counts },
    { loss: "dice", ...counts, toDo: 0, seconds: 2, basis: { from: "this loss", runs: 3 } },
  ];
  expect(describePlan(plan(rows, { seconds: 100 }), 1).split("\n")).toEqual([
    "a: yeast, 2,417 examples, 14 classes; identity",
    "                          runs    done   begun   to do s a run",
    "focal                        3       1       1       2    1.23  as 1 finished of this loss",
    "hill                         3       1       1       2      62  estimated by size",
    "knn                          3       1       1       2       ?  unknown until a run of it is finished",
    "dice                         3       1       1       0    2.00",
    "",
    "small: 3,000 runs, 1,000 done, 2,000 to do, 2 of them begun",
    "time left: about 2 min; encoding is not counted",
    "results: /results",
    "",
  ]);
});

it.each([
  [{ seconds: 80 }, 1, "about 80 s;"],
  [{ seconds: 80, bySize: true }, 1, "roughly 80 s;"],
  [{ seconds: 14_400 }, 2, "about 2.0 h with 2 jobs, if the processors are not shared;"],
  [{ seconds: 864_000 }, 1, "about 10.0 days;"],
  [{ seconds: 1, unknownRuns: 7 }, 1, "about 1 s, and 7 to do of which nothing is known;"],
])("says of %j with %i jobs: %s", (remaining, jobs, sentence) => {
  expect(describePlan(plan([], remaining), jobs)).toContain(`time left: ${sentence}`);
});

it("names of an encoder's options those that differ between cells", () => {
  const { cells, ...rest } = plan([], {});
  const cell = cells[0] as (typeof cells)[number]; // of one
  const encoders = [1, 2].map((n) => `tf-idf({"ngramRange":[1,${n}],"maxFeatures":1000})`);
  const text = describePlan(
    { ...rest, cells: encoders.map((encoder) => ({ ...cell, encoder })) },
    1,
  );
  expect(text.match(/; tf-idf.*$/gm)).toEqual([
    "; tf-idf, ngramRange 1–1",
    "; tf-idf, ngramRange 1–2",
  ]);
});
