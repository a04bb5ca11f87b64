import { cpus } from "node:os";
import { arxiv } from "./arxiv.js";
import { bayesian } from "./bayesian.js";
import type { Comparison } from "./compare.js";
import { compileCnn } from "./compileCnn.js";
import { compiled } from "./compiled.js";
import { distilbert } from "./distilbert.js";
import { engine } from "./engine.js";
import { features } from "./features.js";
import { images } from "./images.js";
import { losses } from "./losses.js";
import { type Measurement, metrics } from "./metrics.js";
import { missed } from "./missed.js";
import { plan } from "./plan.js";
import { runner } from "./runner.js";

/** Every benchmark by its name: `pnpm bench [name …]`. */
const benchmarks: Readonly<Record<string, () => Promise<readonly (Comparison | Measurement)[]>>> = {
  arxiv,
  bayesian,
  compiled,
  "compiled-cnn": compileCnn,
  distilbert,
  engine,
  images,
  features,
  losses,
  metrics,
  plan,
  runner,
};

const milliseconds = (median: number, spread: number) =>
  `${median.toFixed(2).padStart(10)} ms ± ${spread.toFixed(2)}`;

function print(result: Comparison | Measurement): void {
  console.log(`\n${result.title}`);
  if ("ratio" in result) {
    for (const { label, median, spread, runs } of result.times) {
      console.log(`  ${label.padEnd(24)}${milliseconds(median, spread)}  (${runs} runs)`);
    }
    console.log(
      `  ratio ${result.ratio.toFixed(3)}, target ${result.target}${missed(result.target, result.ratio)}`,
    );
  } else {
    // A measurement's target is in milliseconds, or else a share of what another took, and judged by eye.
    const { median, target } = result;
    console.log(
      `${milliseconds(median, result.spread)}  (${result.runs} runs), target ${target}${target.endsWith(" ms") ? missed(target, median) : ""}`,
    );
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0) {
  console.error(
    `no benchmark ${unknown.join(", ")}; there are ${Object.keys(benchmarks).join(", ")}`,
  );
  process.exit(2);
}
console.log(`Node ${process.version}, ${cpus()[0]?.model}. Median ± median absolute deviation.`);
for (const [name, benchmark] of Object.entries(benchmarks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const result of await benchmark()) print(result);
}
