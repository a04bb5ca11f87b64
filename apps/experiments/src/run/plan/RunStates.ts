import { closeSync, existsSync, fstatSync, openSync, readSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { CHECKPOINT, TRIALS } from "../FolderJournal.js";
import { type RunIdentity, runFolderName } from "../RunIdentity.js";
import { RECORD } from "../runFiles.js";

export type RunState = "done" | "resumable" | "new";

/** How far the runs of an experiment are on disk, by one look at their folder: there may be tens of thousands. */
export class RunStates {
  private constructor(
    private readonly folder: string,
    private readonly names: ReadonlySet<string>,
  ) {}

  /** @param out folder of the experiment's results, which need not exist */
  static async read(out: string): Promise<RunStates> {
    const folder = join(out, "runs");
    const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    });
    return new RunStates(folder, new Set(names));
  }

  of(run: RunIdentity): RunState {
    const name = runFolderName(run);
    if (!this.names.has(name)) return "new";
    const has = (file: string) => existsSync(join(this.folder, name, file));
    if (has(RECORD) && isWhole(join(this.folder, name, RECORD))) return "done";
    return has(CHECKPOINT) || has(TRIALS) ? "resumable" : "new";
  }

  /** Seconds that a run took which is done. */
  async seconds(run: RunIdentity): Promise<number> {
    const path = join(this.folder, runFolderName(run), RECORD);
    return JSON.parse(await readFile(path, "utf8")).seconds;
  }
}

/** Whether a record was written to its end, a line break that is nowhere else in it: one that is cut counts for nothing. */
function isWhole(path: string): boolean {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const end = Buffer.alloc(1);
    return size > 0 && readSync(file, end, 0, 1, size - 1) === 1 && end.toString() === "\n";
  } finally {
    closeSync(file);
  }
}
