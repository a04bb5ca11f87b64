import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunRecord } from "../results/Results.js";
import { encodeSafetensors, type StoredTensors } from "../results/safetensors.js";
import { writeAtomically } from "../results/writeAtomically.js";

/** Everything that a run's figures depend on, as plain data. */
export interface RunIdentity {
  readonly loss: string;
  readonly seed: number;
  readonly config: Readonly<Record<string, unknown>>;
}

/** What a run comes to. */
export interface RunOutcome {
  readonly record: RunRecord;
  /** The weights of a trained head. */
  readonly model?: StoredTensors;
}

/** The runs of an experiment on disk: one folder each, named by a digest of its configuration. */
export class RunFolders {
  constructor(private readonly out: string) {}

  /** Folder of a run, relative to the experiment's. */
  folder({ loss, seed, config }: RunIdentity): string {
    const digest = createHash("sha256")
      .update(JSON.stringify({ loss, seed, config }, sortKeys))
      .digest("hex");
    return join("runs", `${loss.replace(/[^\w.-]/g, "_")}-${seed}-${digest.slice(0, 12)}`);
  }

  /** The record of a run that is complete, else nothing. */
  async read(run: RunIdentity): Promise<RunRecord | undefined> {
    try {
      return JSON.parse(await readFile(join(this.out, this.folder(run), "run.json"), "utf8"));
    } catch (error) {
      if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT")
        return;
      throw error;
    }
  }

  /** Keeps a complete run, its record last: a folder with `run.json` is whole. */
  async write(run: RunIdentity, { record, model }: RunOutcome): Promise<void> {
    const folder = join(this.out, this.folder(run));
    await writeAtomically(join(folder, "config.json"), `${JSON.stringify(run, null, 2)}\n`);
    if (model !== undefined) {
      await writeAtomically(join(folder, "model.safetensors"), encodeSafetensors(model));
    }
    await writeAtomically(join(folder, "run.json"), `${JSON.stringify(record)}\n`);
  }
}

/** For `JSON.stringify`: the order of keys in a file says nothing. */
function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
