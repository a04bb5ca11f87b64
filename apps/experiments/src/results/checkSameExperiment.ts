import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ConfigurationError } from "../config/ConfigurationError.js";

const dataset = z.object({ id: z.string() });
/** As much as tells whose results they are: those of one cell have a dataset, those of several one each. */
const shape = z.union([
  z.object({ experiment: z.string(), dataset }),
  z.object({ experiment: z.string(), cells: z.array(z.object({ dataset })) }),
]);

/**
 * Keeps results from being replaced by those of something else. Other settings of the same experiment may replace them.
 * @param datasets of the results that are to be written
 * @throws ConfigurationError where the folder has results of another experiment, or on none of these datasets
 */
export async function checkSameExperiment(
  folder: string,
  experiment: string,
  datasets: readonly string[],
): Promise<void> {
  const found = shape.safeParse(await read(join(folder, "results.json"))).data;
  if (found === undefined) return;
  const there = "cells" in found ? found.cells.map((cell) => cell.dataset.id) : [found.dataset.id];
  if (found.experiment === experiment && there.some((id) => datasets.includes(id))) return;
  throw new ConfigurationError(
    `--out ${folder}: has the results of ${found.experiment} on ${[...new Set(there)].join(", ")}; take another folder, or remove it`,
  );
}

async function read(path: string): Promise<unknown> {
  return readFile(path, "utf8")
    .then((text): unknown => JSON.parse(text))
    .catch(() => undefined);
}
