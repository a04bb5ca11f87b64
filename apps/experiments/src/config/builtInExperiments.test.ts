import { lossNames } from "@sigf1/losses";
import { describe, expect, it } from "vitest";
import { experimentNames, readExperiment } from "./readExperiment.js";
import { resolveStudy } from "./resolveStudy.js";

const resolved = async (name: string) => {
  const { text, filename } = await readExperiment(name);
  return resolveStudy(text, filename);
};

const names = await experimentNames();

describe("the experiments that come with the app", () => {
  it.each(names)("%s resolves, down to the options of its losses", async (name) => {
    expect((await resolved(name)).name).toBe(name);
  });

  it("all-losses has every loss", async () => {
    const [cell] = (await resolved("all-losses")).cells;
    expect(cell?.experiment.losses.map(({ name }) => name).sort()).toEqual([...lossNames].sort());
  });
});
