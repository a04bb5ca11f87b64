import { createWriteStream } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { binarizeLabels, type Dataset, loadDataset, stratifiedSplit } from "@sigf1/datasets";
import { splitLines } from "./splitLines.js";

/**
 * `node bench/dist/writeSplit.js DATASET SEED FILE [--data DIR] [--set option=value …]` writes the examples of a
 * dataset with the stratified 70/10/20 split that `sigf1 run` draws for that seed, for the scripts of `bench/peers`.
 */
const usage =
  "usage: writeSplit.js DATASET SEED FILE [--data DIR] [--set option=value …], as in mulan 0 emotions-0.jsonl --set name=emotions";

/** The shares that the built-in experiments take. */
const fractions = { train: 0.7, validation: 0.1, test: 0.2 };

/** The datasets are those that the app depends on. */
const app = createRequire(new URL("../../apps/experiments/package.json", import.meta.url));

async function datasetOf(id: string): Promise<Dataset> {
  const module = await import(pathToFileURL(app.resolve(`@sigf1/dataset-${id}`)).href);
  return module.default;
}

/** A value is JSON where it can be read as such, else text. */
function optionOf(pair: string): [string, unknown] {
  const at = pair.indexOf("=");
  if (at < 1) throw new Error(`--set ${pair}: expected option=value, as in name=scene`);
  const value = pair.slice(at + 1);
  try {
    return [pair.slice(0, at), JSON.parse(value)];
  } catch {
    return [pair.slice(0, at), value];
  }
}

try {
  const { values, positionals } = parseArgs({
    options: {
      data: { type: "string" },
      set: { type: "string", multiple: true, default: [] },
    },
    allowPositionals: true,
  });
  const [id, seed, file, ...more] = positionals;
  if (id === undefined || file === undefined || more.length > 0 || !/^\d+$/.test(seed ?? "")) {
    throw new Error(usage);
  }
  const dataset = await loadDataset(await datasetOf(id), {
    options: Object.fromEntries(values.set.map(optionOf)),
    data: values.data && resolve(values.data),
  });
  const split = stratifiedSplit(
    binarizeLabels(dataset.examples, dataset.labels),
    fractions,
    Number(seed),
  );
  await pipeline(Readable.from(splitLines(dataset, split)), createWriteStream(file));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
