import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { claims } from "../docs/paper/claims.mjs";
import { countErrors } from "../docs/paper/countErrors.mjs";
import { experiments } from "../docs/paper/experiments.mjs";
import { formatFigures } from "../docs/paper/formatFigures.mjs";
import { judge } from "../docs/paper/judge.mjs";
import { keptFigures } from "../docs/paper/keptFigures.mjs";
import { renderPage } from "../docs/paper/renderPage.mjs";

const docs = join(import.meta.dirname, "../docs");
const names = experiments.map(({ name }) => name);

/** The content of a `results.json`: rows of `loss → micro F1 of each seed` by the fixed threshold. */
function results(f1s, { labels = 1, ...changes } = {}) {
  const rows = Object.entries(f1s).flatMap(([loss, values]) =>
    values.map((f1, seed) => ({
      loss,
      decision: "threshold-0.5",
      seed,
      metrics: {
        weightedF1: f1,
        microF1: f1,
        macroF1: f1,
        exampleF1: f1,
        hammingLoss: 0,
        labelsPerExample: labels,
      },
    })),
  );
  return {
    dataset: { id: "emotions", examples: 100, classes: 4, cardinality: 1 },
    split: { use: "stratified", train: 70, validation: 10, test: 20, resampled: true },
    settings: { seeds: [0, 1, 2, 3, 4] },
    planned: rows.length,
    failures: [],
    rows,
    ...changes,
  };
}

const claim = {
  title: "A is better than B",
  comparisons: [
    { of: { loss: "a", rule: "threshold-0.5" }, than: { loss: "b", rule: "threshold-0.5" } },
  ],
  columns: [{ title: "micro F1", value: (row, i) => row.microF1[i] }],
};
/** The figures that the page keeps; numbers of labels are off by 1 on average. */
const keep = (results) => keptFigures(results, () => 1);
const judged = (a, b, changes) => judge({ ...claim, ...changes }, keep(results({ a, b })));
const low = [0.5, 0.52, 0.48, 0.51, 0.49];
const raised = (by) => low.map((f1, seed) => f1 + by + 0.001 * (seed % 2));

describe("a claim", () => {
  it("holds where the difference stands out from the seeds' spread", () => {
    const { verdict, seeds, results } = judged(raised(0.1), low);
    expect([verdict, seeds]).toEqual(["holds", 5]);
    expect(results[0][0].mean).toBeCloseTo(0.1004, 10);
    // t(.975, 4) · s · √(1/5 + 20/70), by hand: s of 0, 1, 0, 1, 0 thousandths is .5477.
    expect(results[0][0].halfWidth).toBeCloseTo(2.7764 * 0.0005477 * Math.sqrt(0.2 + 2 / 7), 6);
    expect(results[0][0].sign).toBe("▲");
  });

  it("does not hold where the difference stands out against it", () => {
    expect(judged(low, raised(0.1)).verdict).toBe("does not hold");
  });

  it("is not decided where seeds disagree", () => {
    expect(judged([0.6, 0.45, 0.55, 0.44, 0.5], low).verdict).toBe("not decided");
  });

  it("is not decided by two seeds, however far apart", () => {
    expect(judged(raised(0.3).slice(0, 2), low).verdict).toBe("not decided");
  });

  it("is not decided by a difference that is the same with every seed", () => {
    const fixed = (f1) => low.map(() => f1);
    const { verdict, results: differences } = judged(fixed(0.7001), fixed(0.7));
    expect(verdict).toBe("not decided");
    expect(differences[0][0]).toMatchObject({ halfWidth: 0, sign: "" });
    expect(judged(fixed(0.7), fixed(0.7), { margin: 0.01 }).verdict).toBe("not decided");
  });

  it("compares the seeds that both rows have", () => {
    const kept = keep(results({ a: raised(0.1), b: low }));
    const { a } = kept.figures["threshold-0.5"];
    for (const list of Object.values(a)) list.shift();
    const { seeds, results: differences } = judge(claim, kept);
    expect(seeds).toBe(4);
    expect(differences[0][0].mean).toBeCloseTo(0.1005, 10);
  });

  it("with a margin holds where what is lost is surely less, and fails where it is surely more", () => {
    expect(judged(raised(-0.004), low, { margin: 0.01 }).verdict).toBe("holds");
    expect(judged(raised(-0.03), low, { margin: 0.01 }).verdict).toBe("does not hold");
  });

  it("holds only where every one of its comparisons does", () => {
    const [{ of, than }] = claim.comparisons;
    const comparisons = [
      { of, than },
      { of, than: { ...than, loss: "c" } },
    ];
    const experiment = keep(results({ a: raised(0.1), b: low, c: raised(0.1) }));
    expect(judge({ ...claim, comparisons }, experiment).verdict).toBe("not decided");
  });

  it("of numbers of labels is about each example's: the mean number may be the same", () => {
    const nearer = claims.find(({ title }) => title.includes("number of labels"));
    const off = { "sigmoid-f1": 0.2, "binary-cross-entropy": 1.1, focal: 0.1 };
    const f1s = Object.fromEntries(Object.keys(off).map((loss) => [loss, low]));
    const { results: differences } = judge(
      nearer,
      keptFigures(results(f1s), (loss) => off[loss]),
    );
    expect(differences[0][0].mean).toBeCloseTo(0.9, 10);
    expect(differences[1][0].mean).toBeCloseTo(-0.1, 10);
  });

  it("is not decided where a row is missing", () => {
    const { verdict, results: differences } = judge(claim, keep(results({ a: low })));
    expect(verdict).toBe("not decided");
    expect(differences).toEqual([[undefined]]);
  });
});

it("countErrors reads mean |n̂ − n| of the test part from a run's predictions", () => {
  const out = mkdtempSync(join(tmpdir(), "sigf1-paper-"));
  const folder = join(out, "runs/focal-3");
  mkdirSync(folder, { recursive: true });
  const npy = (kind, type, array) => {
    const header = `{'descr': '${type}', 'fortran_order': False, 'shape': (2, 3), }\n`;
    const start = Buffer.from(
      `\x93NUMPY\x01\x00${String.fromCharCode(header.length)}\x00`,
      "latin1",
    );
    const content = Buffer.concat([start, Buffer.from(header), Buffer.from(array.buffer)]);
    writeFileSync(join(folder, `test.${kind}.npy`), content);
  };
  // Two labels predicted for one, and one for three.
  npy("scores", "<f4", Float32Array.of(0.5, 0.7, 0.1, 0.9, 0.4, 0.2));
  npy("labels", "|u1", Uint8Array.of(1, 0, 0, 1, 1, 1));
  writeFileSync(join(folder, "run.json"), JSON.stringify({ loss: "focal", seed: 3 }));
  const path = join(out, "results.json");
  writeFileSync(path, JSON.stringify(results({}, { runs: ["runs/focal-3"] })));
  const countError = countErrors(path);
  rmSync(out, { recursive: true });
  expect(countError("focal", "threshold-0.5", 3)).toBe(1.5);
  expect(countError("focal", "tuned-global", 3)).toBeUndefined();
  expect(countError("focal", "threshold-0.5", 4)).toBeUndefined();
});

describe("the page", () => {
  const losses = ["all-positive", "sigmoid-f1-published", "binary-cross-entropy", "focal"];
  const page = (labels) =>
    renderPage({
      emotions: keep(
        results(
          {
            ...Object.fromEntries(losses.map((loss) => [loss, low])),
            "sigmoid-f1": raised(0.1),
          },
          { labels },
        ),
      ),
    });

  it("says where a claim holds, with the differences", () => {
    expect(page(4)).toContain(
      "| sigmoidF1 is better than cross-entropy and focal loss at a fixed threshold | **holds** |",
    );
    expect(page(4)).toContain(
      "| Emotions of songs: sigmoidF1 − focal (FL) | .100 ± .001 ▲ | .100 ± .001 ▲ | .100 ± .001 ▲ |",
    );
  });

  it("says that the published setting predicts every label only where it did", () => {
    const everyLabel = "**It predicted every label of every example**";
    expect(page(4)).toContain(everyLabel);
    expect(page(3.9)).not.toContain(everyLabel);
    expect(page(3.9)).toContain("**It did not** at threshold 0.5 on Emotions of songs.");
    expect(page(4)).toContain("| Emotions of songs | 4 | 1.00 | 4.00 | .400 | .500 | .500 |");
  });

  it("names the experiments that it has no figures of, and why", () => {
    expect(page(4)).toMatch(/paper\/diagnosis-codes\]\(.*\) was not run; it needs files/);
    expect(page(4)).not.toMatch(/paper\/emotions\]\(.*\) was not run/);
  });

  it("tells of runs that failed, and how many seeds a row has without them", () => {
    const failures = [{ loss: "focal", seed: 4, reason: "diverged" }];
    const kept = keep(results({ focal: low.slice(0, 4) }, { failures, planned: 5 }));
    const text = renderPage({ emotions: kept });
    expect(text).toContain("**1 of 5 runs failed**");
    expect(text).toContain("| focal (FL) (4 of 5 seeds) |");
  });

  it("in docs is what its figures say; `pnpm paper --page` writes it", () => {
    const text = readFileSync(join(docs, "paper/results.json"), "utf8");
    const kept = JSON.parse(text);
    expect(readFileSync(join(docs, "paper.md"), "utf8")).toBe(renderPage(kept));
    expect(formatFigures(names, kept)).toBe(text);
  });

  it("knows every experiment of the paper that the program has", () => {
    const cwd = join(docs, "../apps/experiments/experiments/paper");
    const files = globSync(["*.yaml"], { cwd }).map((file) => file.replace(".yaml", ""));
    expect([...names].sort()).toEqual(files.sort());
  });
});
