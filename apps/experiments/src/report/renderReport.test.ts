import { expect, test } from "vitest";
import type { RunRecord } from "../results/Results.js";
import { gridResults, nameOf } from "./grid/gridResults.test.fixture.js";
import { type HandMadeValues, handMadeResults } from "./handMadeResults.test.fixture.js";
import type { ReportInput } from "./ReportInput.js";
import { renderReport } from "./renderReport.js";

const rule = "threshold-0.5";
const values: HandMadeValues = {
  "sigmoid-f1": { [rule]: [0.51, 0.62, 0.73, 0.82, 0.92] },
  focal: { [rule]: [0.5, 0.6, 0.7, 0.8, 0.9] },
  random: { [rule]: [0.2, 0.2, 0.2, 0.2, 0.2] },
};

const run = (loss: string, seed: number): RunRecord => ({
  loss,
  seed,
  rows: [],
  history: [1, 2, 3].map((epoch) => ({ epoch, loss: seed + 1 / epoch, validation: 1 - 1 / epoch })),
  curve: { thresholds: [0.1, 0.5, 0.9], microF1: [0.3, 0.6, 0.2], macroF1: [0.2, 0.5, 0.1] },
  warnings: [],
  seconds: 2,
});

function inputOf(changes: Partial<ReportInput> = {}): ReportInput {
  return {
    results: handMadeResults(values),
    runs: ["sigmoid-f1", "focal"].flatMap((loss) => [0, 1, 2, 3, 4].map((seed) => run(loss, seed))),
    ...changes,
  };
}

const svgs = (html: string) => html.match(/<svg.*?<\/svg>/gs) ?? [];
const textOf = (html: string) => html.replace(/<style>.*?<\/style>/s, "").replace(/<[^>]*>/g, "");

test("renderReport draws four figures, each with a text for who cannot see it and its losses by name", async () => {
  const html = await renderReport(inputOf());
  const drawn = svgs(html);
  expect(drawn).toHaveLength(4);
  expect(html.match(/role="img" aria-label="[^"]{20,}"/g)).toHaveLength(4);
  expect(html.match(/<figcaption>/g)).toHaveLength(4);
  for (const svg of drawn) expect(svg).toMatch(/>sigmoid-f1<.*>focal</s);
});

test("renderReport leaves out the figures for which no run left data", async () => {
  const html = await renderReport(inputOf({ runs: [] }));
  expect(svgs(html)).toHaveLength(1);
  expect(html).toContain("Figure 1. Predicted labels per example.");
});

test("renderReport refers to nothing outside the file", async () => {
  const html = await renderReport(inputOf());
  expect(html.replace(/ xmlns(:\w+)?="[^"]*"/g, "")).not.toMatch(/https?:|\/\/\w|url\(|@import/i);
  expect(html).not.toMatch(/<(link|img|iframe|object|image|use)\b|\s(src|href|xlink:href)=/i);
});

test("renderReport gives the same bytes for the same input, without repeated ids", async () => {
  const html = await renderReport(inputOf());
  expect(await renderReport(inputOf())).toBe(html);
  const ids = (html.match(/\sid="[^"]*"/g) ?? []).slice();
  expect(new Set(ids).size).toBe(ids.length);
});

test("renderReport escapes hostile names wherever they stand", async () => {
  const hostile = `<script>alert("1")</script>&'`;
  const html = await renderReport(
    inputOf({
      results: handMadeResults(
        {
          [hostile]: { [hostile]: [0.5, 0.6] },
          b: { [rule]: [0.1, 0.2] },
          random: { [rule]: [0.3, 0.3] },
        },
        {
          experiment: hostile,
          engine: hostile,
          validationMetric: hostile,
          command: hostile,
          environment: {
            engine: hostile,
            node: hostile,
            platform: hostile,
            versions: { [hostile]: hostile },
          },
          dataset: { id: hostile, examples: 1, classes: 1, cardinality: 1 },
          failures: [{ loss: hostile, seed: 1, reason: hostile }],
        },
      ),
      runs: [{ ...run(hostile, 0), warnings: [hostile] }],
    }),
  );
  expect(html.match(/<script/g)).toHaveLength(1); // the page's own
  expect(html).toContain("&lt;script>alert(&quot;1&quot;)&lt;/script>&amp;");
});

test("renderReport marks the best where the test supports it, and explains the mark", async () => {
  const html = await renderReport(inputOf());
  expect(html).toContain("<strong>0.720</strong>");
  expect(html).not.toContain("<strong>0.200</strong>");
  expect(textOf(html)).toContain("95 % t-interval over 5 seeds (0, 1, 2, 3, 4)");
  expect(textOf(html)).toContain("Holm's correction");
});

test("renderReport says of one seed that nothing is known to be more than chance", async () => {
  const results = handMadeResults({
    a: { [rule]: [0.9] },
    b: { [rule]: [0.5] },
    random: { [rule]: [0.2] },
  });
  const text = textOf(await renderReport(inputOf({ results, runs: [run("a", 0)] })));
  expect(text).toContain("no difference in this report is known to be more than chance");
  expect(text).not.toContain("±");
  expect(text).not.toMatch(/NaN|undefined|Infinity/);
});

test("renderReport reports the test figure of the pair that validation chose", async () => {
  const text = textOf(await renderReport(inputOf()));
  expect(text).toContain(
    "sigmoid-f1 with threshold-0.5 has the best mean exampleF1 on the validation part (0.720). On the test part it reaches 0.720 ± 0.200.",
  );
});

test("renderReport tells which runs failed and how many seeds a loss has left", async () => {
  const results = handMadeResults(
    { ...values, focal: { [rule]: [0.5, 0.6, 0.7, 0.8, null] } },
    { failures: [{ loss: "focal", seed: 4, reason: "the loss is NaN in epoch 3" }] },
  );
  const text = textOf(await renderReport(inputOf({ results })));
  expect(text).toContain("focal, seed 4 (failed; not in the tables): the loss is NaN in epoch 3");
  expect(text).toContain("focal n = 4");
});

test("renderReport holds losses below the trivial baselines to account", async () => {
  const results = handMadeResults({ weak: { [rule]: [0.1, 0.1] }, random: { [rule]: [0.3, 0.3] } });
  const text = textOf(await renderReport(inputOf({ results, runs: [] })));
  expect(text).toContain("weak does not beat them (0.100): it predicts too few labels");
});

test("renderReport says that nothing was held against the trivial baselines where none was run", async () => {
  const results = handMadeResults({ a: { gfm: [0.1, 0.1] } });
  expect(textOf(await renderReport(inputOf({ results, runs: [] })))).toContain(
    "Against the trivial baselinesNo trivial baseline was run",
  );
});

test("renderReport tells that it chooses by exampleF1 where training watches another figure", async () => {
  const watched = (validationMetric: string) =>
    renderReport(inputOf({ results: handMadeResults(values, { validationMetric }) }));
  const told = "Every report chooses by exampleF1, so that reports can be compared; early stopping";
  expect(textOf(await watched("macroF1")).replace(/\s+/g, " ")).toContain(
    `${told} watches macroF1 here.`,
  );
  expect(textOf(await watched("exampleF1"))).not.toContain("Every report");
});

test("renderReport identifies encoder, head and engine, and counts what the dataset left out", async () => {
  const results = handMadeResults(values, {
    compiled: true,
    encoder: { id: "pixels(64x64, fill)" },
    skipped: [
      { reason: "the image is missing", count: 1007, first: "a.jpg" },
      { reason: "no genre", count: 6, first: "b.csv:4" },
    ],
  });
  const text = textOf(await renderReport(inputOf({ results })));
  expect(text).toContain("Left out1,0131,007: the image is missing; 6: no genre");
  expect(text).toContain("Encoderpixels(64x64, fill)");
  expect(text).toContain("Headlinear, l2 0.5");
  expect(text).toContain("Enginecputraining compiled (ONNX Runtime)");
  expect(textOf(await renderReport(inputOf()))).not.toMatch(/Left out|Encoder/);
});

test("renderReport calls what two seeds say untested", async () => {
  const results = handMadeResults({ a: { [rule]: [0.6, 0.7] }, random: { [rule]: [0.3, 0.3] } });
  expect(textOf(await renderReport(inputOf({ results, runs: [] })))).toContain(
    "Higher than all of them, but untested on fewer than three seeds: a.",
  );
});

test("renderReport of results without a row says that no run finished", async () => {
  const results = handMadeResults(
    {},
    { failures: [{ loss: "a", seed: 0, reason: "out of memory" }] },
  );
  const html = await renderReport({ results, runs: [] });
  expect(textOf(html)).toContain("No run finished.");
  expect(textOf(html)).toContain("out of memory");
  expect(svgs(html)).toHaveLength(0);
});

test("renderReport draws the schedule of a loss that has one, over epochs", async () => {
  const scheduled = (seed: number): RunRecord => ({
    ...run("sigmoid-f1", seed),
    history: [0, 1, 2].map((epoch) => ({
      epoch,
      loss: 1,
      validation: 0.5,
      schedule: { beta: 2 ** epoch },
    })),
  });
  const html = await renderReport(inputOf({ runs: [scheduled(0), scheduled(1), run("focal", 0)] }));
  expect(html).toContain("Schedule of beta per epoch");
  expect(html).toContain("one per loss with a schedule: sigmoid-f1 from 1 to 4.00");
});

test("renderReport draws the posterior of a loss that samples, and tables its diagnostics", async () => {
  const values = Array.from({ length: 60 }, (_, i) => Math.sin(i));
  const parameter = { mean: 0.5, sd: 0.7, ess: 31, rHat: 1.23 };
  const sampled = (seed: number): RunRecord => ({
    ...run("sigmoid-f1", seed),
    diagnostics: {
      draws: 60,
      acceptance: 0.81,
      stepSize: 0.1,
      parameters: [
        { name: "beta", ...parameter, values },
        { name: "eta", ...parameter, values: values.map(() => 1) },
        ...Array.from({ length: 12 }, (_, i) => ({ name: `beta[${i}]`, ...parameter, sd: null })),
      ],
    },
  });
  const html = await renderReport(inputOf({ runs: [sampled(0), sampled(1), run("focal", 0)] }));
  expect(html).toContain("posterior density of beta of sigmoid-f1."); // not of eta, which never moved
  const text = textOf(html);
  expect(text).toContain("sigmoid-f1beta0.5000.700-1.00 to 0.99311.230.8160");
  expect(text).toContain("sigmoid-f1beta[0]0.500––311.230.8160");
  expect(text).toContain("2 more parameters");
  expect(text).not.toMatch(/NaN|undefined|null/);
});

test("renderReport draws the posterior of parameters per class by mean and SD", async () => {
  const parameters = [0, 1, 2].flatMap((i) =>
    ["beta", "eta"].map((name) => ({ name: `${name}[${i}]`, mean: i, sd: 0.5, ess: 9, rHat: 1 })),
  );
  const diagnostics = { draws: 60, acceptance: 0.8, stepSize: 0.1, parameters };
  const runs = [{ ...run("sigmoid-f1", 0), diagnostics }, run("focal", 0)];
  const html = await renderReport(inputOf({ runs }));
  expect(html).toContain(
    "posterior mean and standard deviation by class: beta of sigmoid-f1, eta of sigmoid-f1.",
  );
  expect(textOf(html)).not.toContain("Over examples");
});

test("renderReport does not take the spread of means over examples for the posterior of an example", async () => {
  const values = Array.from({ length: 60 }, (_, i) => Math.sin(i));
  const parameter = { mean: 0, sd: 0.7, ess: 31, rHat: 1.23, values };
  const parameters = [{ name: "mean beta over examples", ...parameter }];
  const diagnostics = { draws: 60, acceptance: 0.8, stepSize: 0.1, parameters };
  const runs = [{ ...run("sigmoid-f1", 0), diagnostics }, run("focal", 0)];
  const text = textOf(await renderReport(inputOf({ runs })));
  expect(text).toContain("varies far less than one example's");
  expect(text).toContain("not those of the posterior of an example");
});

test("renderReport of a grid tables what foldVariants keeps, and draws the grid in the losses' colours", async () => {
  const variants = ["a", "b"].flatMap((base) =>
    [1, 2, 3].map((beta) => ({ base, grid: { beta }, seeds: [beta / 10, beta / 10] })),
  );
  const results = gridResults({ beta: 2 }, variants, { random: { [rule]: [0.1, 0.1] } });
  const runs = variants.map(({ base, grid }) => run(nameOf({ base, grid }), 0));
  const html = await renderReport(inputOf({ results, runs }));
  const text = textOf(html);
  expect(text).toContain("The grid makes 6 variants");
  expect(text).toContain("results.json has 4 more rows");
  expect(text).toContain("Losses26 variants · 1 decision rules");
  expect(text).toContain("a beta=30.300±0.000");
  expect(text).not.toContain("a beta=10.100");
  const [figure] = svgs(html);
  expect(figure).toContain("var(--series-0)");
  expect(figure).toContain("var(--series-1)");
  expect(figure).not.toContain("var(--series-2)");
  expect(html).toContain("Figure 1. exampleF1 against beta.");
});

test("renderReport folds away more than a dozen warnings", async () => {
  const runs = Array.from({ length: 14 }, (_, i) => ({
    ...run("focal", i),
    warnings: [`said ${i}.`],
  }));
  const text = textOf(await renderReport(inputOf({ runs })));
  expect(text).toContain("said 13.");
  expect(text).toContain("2 more");
});
