import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ConfigurationError } from "../config/ConfigurationError.js";
import type { Results, RunRecord } from "./Results.js";

/**
 * The results in a folder, and the records of their runs.
 * @throws ConfigurationError where the folder holds no readable results
 */
export async function readResults(
  folder: string,
): Promise<{ readonly results: Results; readonly runs: readonly RunRecord[] }> {
  const results = await readJson<Results>(join(folder, "results.json"));
  if (results.version !== 1 || !Array.isArray(results.runs)) {
    throw new ConfigurationError(`${join(folder, "results.json")} is not of \`sigf1 run\``);
  }
  const runs = results.runs.map((run) => readJson<RunRecord>(join(folder, run, "run.json")));
  return { results, runs: await Promise.all(runs) };
}

async function readJson<Value>(path: string): Promise<Value> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    const reason = error instanceof SyntaxError ? "is not valid JSON" : "cannot be read";
    throw new ConfigurationError(
      `${path} ${reason}; expected the --out folder of a finished \`sigf1 run\``,
    );
  }
}
