import { join } from "node:path";
import { ConfigurationError } from "../config/ConfigurationError.js";
import type { Study, StudyCell } from "../config/Study.js";
import { PacedWriting } from "../results/PacedWriting.js";
import type { CellResults, Results } from "../results/Results.js";
import { readResultsFile } from "../results/readResultsFile.js";
import type { CellRuns } from "./CellRuns.js";
import { cellFolder } from "./cellFolder.js";
import type { RunSettings } from "./RunSettings.js";
import { saveStudyResults } from "./saveStudyResults.js";

/** The results of a study's cells. It keeps the `results.json` of them all, where there are several. */
export class StudyRecords {
  readonly #begun = new Map<StudyCell, CellRuns>();
  /** Of cells that were not begun, by an earlier call. */
  readonly #earlier = new Map<StudyCell, Promise<Results | undefined>>();
  readonly #writing = new PacedWriting();

  constructor(
    private readonly study: Study,
    private readonly settings: Pick<RunSettings, "out" | "shard">,
  ) {}

  begin(cell: StudyCell, runs: CellRuns): void {
    this.#begun.set(cell, runs);
  }

  /** The results of the cells that were begun. */
  get cells(): CellResults[] {
    return this.study.cells.flatMap((cell) => {
      const runs = this.#begun.get(cell);
      return runs === undefined ? [] : [this.#named(cell, runs.results)];
    });
  }

  /**
   * Writes `results.json`, with a shard where every cell is complete; with `now` false only where that was long ago. A
   * cell that was not begun has what an earlier call with the same settings left.
   */
  async save(now = true): Promise<void> {
    if (this.study.cells.length === 1) return;
    const { out, shard } = this.settings;
    if (shard !== undefined && !this.study.cells.every((cell) => this.#begun.get(cell)?.complete)) {
      return;
    }
    await this.#writing.write(async () => {
      const cells: CellResults[] = [];
      for (const cell of this.study.cells) {
        const runs = this.#begun.get(cell);
        const results = runs?.hasResults ? runs.results : await this.#read(cell);
        if (results !== undefined) cells.push(this.#named(cell, results));
      }
      await saveStudyResults(out, this.study, cells);
    }, now);
  }

  /** Writes what is known of the cells that were begun and have not come to their end, then `results.json`. */
  async close(): Promise<void> {
    for (const runs of this.#begun.values()) {
      if (!(runs.ended && (this.settings.shard === undefined || runs.complete))) await runs.save();
    }
    await this.save();
  }

  #named({ name, values }: StudyCell, results: Results): CellResults {
    return { name, values, folder: cellFolder(this.study, name), results };
  }

  #read(cell: StudyCell): Promise<Results | undefined> {
    const known = this.#earlier.get(cell) ?? this.#readEarlier(cell);
    this.#earlier.set(cell, known);
    return known;
  }

  async #readEarlier({ name, experiment }: StudyCell): Promise<Results | undefined> {
    try {
      const results = await readResultsFile(join(this.settings.out, cellFolder(this.study, name)));
      const same = JSON.stringify(results.settings) === JSON.stringify(experiment.settings);
      return same ? results : undefined;
    } catch (error) {
      if (error instanceof ConfigurationError) return undefined;
      throw error;
    }
  }
}
