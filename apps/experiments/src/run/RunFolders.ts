import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { RunRecord } from "../results/Results.js";
import { readRun } from "../results/readRun.js";
import { writeAtomically } from "../results/writeAtomically.js";
import { CHECKPOINT, FolderJournal, TRIALS } from "./FolderJournal.js";
import { type RunIdentity, runFolderName } from "./RunIdentity.js";
import type { RunJournal } from "./RunJournal.js";
import type { RunFile } from "./runFiles.js";

/** The runs of an experiment on disk: one folder each, named by a digest of its configuration. */
export class RunFolders {
  constructor(private readonly out: string) {}

  /** Folder of a run, relative to the experiment's. */
  folder(run: RunIdentity): string {
    return join("runs", runFolderName(run));
  }

  /** The record of a run that is complete, else nothing. */
  async read(run: RunIdentity): Promise<RunRecord | undefined> {
    try {
      return await readRun(join(this.out, this.folder(run)));
    } catch (error) {
      if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT")
        return;
      throw error;
    }
  }

  /** Keeps the files of a complete run in their order, each whole or not at all; the last makes it complete. */
  async write(run: RunIdentity, files: readonly RunFile[]): Promise<void> {
    const folder = join(this.out, this.folder(run));
    for (const [name, content] of files) await writeAtomically(join(folder, name), content);
    await this.tidy(run);
  }

  /** Removes what a complete run went on from, where a kill came between its last file and this. */
  async tidy(run: RunIdentity): Promise<void> {
    for (const name of [CHECKPOINT, TRIALS]) {
      await rm(join(this.out, this.folder(run), name), { recursive: true, force: true });
    }
  }

  /**
   * Where a run under way keeps its checkpoints.
   * @param every seconds between two of them
   */
  journal(run: RunIdentity, every: number): RunJournal {
    return new FolderJournal(join(this.out, this.folder(run)), every);
  }
}
