import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunRecord } from "./Results.js";

/**
 * The record of a complete run from its folder: `run.json` with `history.json`.
 * @throws SyntaxError where one is cut short, and as `readFile` does
 */
export async function readRun(folder: string): Promise<RunRecord> {
  const read = async (name: string) => JSON.parse(await readFile(join(folder, name), "utf8"));
  // `run.json` is written last: where it stands, so does the other.
  const record = await read("run.json");
  return { ...record, history: await read("history.json") };
}
