import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "../testing/temporaryFolder.test.fixture.js";
import { readResults } from "./readResults.js";

const COUNT = 200;
const rest = { rows: [], curve: { thresholds: [] }, warnings: [], seconds: 1 };

let out: string;
beforeEach(async () => {
  out = await temporaryFolder();
  const runs = Array.from({ length: COUNT }, (_, seed) => join("runs", `focal-${seed}`));
  for (const [seed, run] of runs.entries()) {
    await mkdir(join(out, run), { recursive: true });
    await writeFile(join(out, run, "run.json"), JSON.stringify({ loss: "focal", seed, ...rest }));
    await writeFile(join(out, run, "history.json"), "[]");
  }
  await writeFile(join(out, "results.json"), JSON.stringify({ version: 1, runs, rows: [] }));
});

describe("readResults", () => {
  it("gives the runs in the order of the results, however many there are", async () => {
    const { runs } = await readResults(out);
    expect(runs.map(({ seed }) => seed)).toEqual([...Array(COUNT).keys()]);
    expect(runs[0]).toMatchObject({ loss: "focal", history: [] });
  });

  it("names the run that is missing or cut short, and what was expected", async () => {
    const run = join(out, "runs", "focal-150");
    await writeFile(join(run, "run.json"), "{");
    await expect(readResults(out)).rejects.toThrow(
      /focal-150\/run\.json is not valid JSON; expected the --out/,
    );
    await rm(join(run, "run.json"));
    await expect(readResults(out)).rejects.toThrow(/focal-150 cannot be read; expected the --out/);
  });

  it("passes on any other error: the folder may be the right one", async () => {
    await rename(join(out, "results.json"), join(out, "moved.json"));
    await mkdir(join(out, "results.json"));
    await expect(readResults(out)).rejects.toThrow("EISDIR");
  });
});
