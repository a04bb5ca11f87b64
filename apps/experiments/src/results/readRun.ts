import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { EpochRecord, RunRecord } from "./Results.js";

const metrics = z.record(z.string(), z.number());
const named = { loss: z.string(), seed: z.number() };

/** As much of `run.json` as results and reports rest on. */
const record = z.looseObject({
  ...named,
  rows: z.array(z.looseObject({ ...named, decision: z.string(), metrics, validation: metrics })),
  curve: z.looseObject({ thresholds: z.array(z.number()) }),
  warnings: z.array(z.string()),
  seconds: z.number(),
});
const history = z.array(z.looseObject({ epoch: z.number() }));

/**
 * The record of a complete run from its folder: `run.json` with `history.json`.
 * @throws SyntaxError naming the file where one is cut short, or is none of a run; and as `readFile` does
 */
export async function readRun(folder: string): Promise<RunRecord> {
  // `run.json` is written last: where it stands, so does the other.
  const run = await read<Omit<RunRecord, "history">>(join(folder, "run.json"), record);
  return {
    ...run,
    history: await read<readonly EpochRecord[]>(join(folder, "history.json"), history),
  };
}

async function read<Content>(path: string, shape: z.ZodType): Promise<Content> {
  const text = await readFile(path, "utf8");
  let content: Content;
  try {
    content = JSON.parse(text);
  } catch {
    throw new SyntaxError(`${path} is not valid JSON`);
  }
  const issue = shape.safeParse(content).error?.issues[0];
  if (issue === undefined) return content;
  throw new SyntaxError(
    `${path} is not of a finished run: ${issue.path.join(".")}: ${issue.message}`,
  );
}
