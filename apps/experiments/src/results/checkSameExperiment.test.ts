import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigurationError } from "../config/ConfigurationError.js";
import { temporaryFolder } from "../testing/temporaryFolder.test.fixture.js";
import { checkSameExperiment } from "./checkSameExperiment.js";

async function folderWith(results: object): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "results.json"), JSON.stringify(results));
  return folder;
}

describe("checkSameExperiment", () => {
  it("lets the same experiment go on, be it one of several cells on the dataset", async () => {
    const one = await folderWith({ experiment: "mine", dataset: { id: "yeast" } });
    await checkSameExperiment(one, "mine", ["yeast", "emotions"]);
    const several = await folderWith({
      experiment: "mine",
      cells: [{ dataset: { id: "yeast" } }, { dataset: { id: "emotions" } }],
    });
    await checkSameExperiment(several, "mine", ["emotions"]);
    await checkSameExperiment(await temporaryFolder(), "mine", ["emotions"]);
  });

  it("refuses the folder of another experiment or dataset, and says whose it is", async () => {
    const folder = await folderWith({ experiment: "mine", dataset: { id: "yeast" } });
    for (const [experiment, dataset] of [
      ["yours", "yeast"],
      ["mine", "emotions"],
    ] as const) {
      const check = checkSameExperiment(folder, experiment, [dataset]);
      await expect(check).rejects.toThrow(ConfigurationError);
      await expect(check).rejects.toThrow(/results of mine on yeast; take another folder/);
    }
  });
});
