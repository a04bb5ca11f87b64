/**
 * Runs the experiments of the paper whose data are there, and writes docs/paper.md from their figures. An experiment that
 * cannot be run here keeps the figures that docs/paper/results.json has of it. What is finished in `--out` is not run again.
 *
 *     pnpm paper [--data DIR] [--models DIR] [--jobs N] [--out DIR] [--only cancer-hallmarks,…] [--page]
 *
 * `--page` runs nothing and writes the page anew. Exit codes are those of `sigf1 run`.
 */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chosen } from "../tables/chosen.mjs";
import { commandLine } from "../tables/commandLine.mjs";
import { readResults } from "../tables/readResults.mjs";
import { userPath } from "../tables/userPath.mjs";
import { countErrors } from "./countErrors.mjs";
import { experiments } from "./experiments.mjs";
import { formatFigures } from "./formatFigures.mjs";
import { keptFigures } from "./keptFigures.mjs";
import { renderPage } from "./renderPage.mjs";
import { runExperiment } from "./runExperiment.mjs";

const figuresFile = join(import.meta.dirname, "results.json");
const pageFile = join(import.meta.dirname, "../paper.md");

const names = experiments.map(({ name }) => name);
const { values } = commandLine(
  "pnpm paper [--data DIR] [--models DIR] [--jobs N] [--out DIR] [--only a,b] [--page]",
  0,
  {
    data: { type: "string" },
    models: { type: "string" },
    jobs: { type: "string", default: "1" },
    out: { type: "string", default: "results/paper" },
    only: { type: "string", default: names.join(",") },
    page: { type: "boolean", default: false },
  },
);
const only = values.page ? [] : chosen("experiment", values.only, names);
const folders = ["data", "models"].flatMap((option) =>
  values[option] === undefined ? [] : [`--${option}`, userPath(values[option])],
);

const kept = JSON.parse(readFileSync(figuresFile, "utf8"));
const left = [];
const failed = [];
for (const name of only) {
  const out = join(userPath(values.out), name);
  console.error(`\npaper/${name}`);
  const results = join(out, "results.json");
  const writtenAt = () => statSync(results, { throwIfNoEntry: false })?.mtimeMs;
  const before = writtenAt();
  const code = await runExperiment(name, ["--out", out, "--jobs", values.jobs, ...folders]);
  if (code !== 0 && code !== 1) process.exit(code);
  // Code 1 is for runs that failed, which the results name, or for data or a model that is missing: then none are written.
  if (code === 1 && writtenAt() === before) {
    left.push(name);
    continue;
  }
  kept[name] = keptFigures(readResults(results), countErrors(results));
  if (code === 1) failed.push(name);
}
writeFileSync(figuresFile, formatFigures(names, kept));
writeFileSync(pageFile, renderPage(kept));
console.error("\ndocs/paper.md is written");
for (const name of left) {
  const earlier = kept[name] === undefined ? "has no figures of it" : "keeps its earlier figures";
  console.error(`paper/${name} could not be run here (see above): the page ${earlier}`);
}
for (const name of failed) console.error(`paper/${name} has runs that failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
