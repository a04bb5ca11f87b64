import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { StudyResults } from "./Results.js";

/** As much as tells the `results.json` of a study from that of one cell. */
const shape = z.object({
  version: z.literal(1),
  cells: z.array(z.object({ name: z.string(), folder: z.string() })),
});

/** The results of a study in a folder; undefined where the folder holds none, or those of one cell. */
export async function readStudy(folder: string): Promise<StudyResults | undefined> {
  try {
    const results: StudyResults = JSON.parse(await readFile(join(folder, "results.json"), "utf8"));
    return shape.safeParse(results).success ? results : undefined;
  } catch {
    return undefined; // readResults tells why it cannot be read
  }
}
