import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ConfigurationError } from "../config/ConfigurationError.js";
import type { Results, RunRecord } from "./Results.js";
import { readRun } from "./readRun.js";

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
 * The results in a folder, and the records of their runs.
 * @throws ConfigurationError where the folder holds no readable results
 */
export async function readResults(
  folder: string,
): Promise<{ readonly results: Results; readonly runs: readonly RunRecord[] }> {
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
  const runs = results.runs.map((run) =>
    readable(join(folder, run), () => readRun(join(folder, run))),
  );
  return { results, runs: await Promise.all(runs) };
}

async function readable<Value>(path: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    const reason = error instanceof SyntaxError ? "is not valid JSON" : "cannot be read";
    throw new ConfigurationError(
      `${path} ${reason}; expected the --out folder of a finished \`sigf1 run\``,
    );
  }
}
