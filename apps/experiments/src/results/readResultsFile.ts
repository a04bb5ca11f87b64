import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ConfigurationError } from "../config/ConfigurationError.js";
import type { Results } from "./Results.js";
import { readable } from "./readable.js";

/** As much of `results.json` as tells it from another program's file. */
const shape = z.object({
  version: z.literal(1),
  runs: z.array(z.string()),
  rows: z.array(
    z.object({
      loss: z.string(),
      decision: z.string(),
      seed: z.number(),
      metrics: z.record(z.string(), z.number()),
      validation: z.record(z.string(), z.number()),
    }),
  ),
});

/**
 * The `results.json` of an experiment's folder.
 * @throws ConfigurationError where the folder holds no readable results
 */
export async function readResultsFile(folder: string): Promise<Results> {
  const path = join(folder, "results.json");
  const results = await readable(
    path,
    async (): Promise<Results> => JSON.parse(await readFile(path, "utf8")),
  );
  const issue = shape.safeParse(results).error?.issues[0];
  if (issue !== undefined) {
    throw new ConfigurationError(
      `${path} is not of \`sigf1 run\`: ${issue.path.join(".")}: ${issue.message}`,
    );
  }
  return results;
}
