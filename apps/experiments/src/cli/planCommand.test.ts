import { access, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { runProgram } from "../testing/runProgram.test.fixture.js";
import { temporaryFolder } from "../testing/temporaryFolder.test.fixture.js";

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  await writeFile(
    join(folder, "small.yaml"),
    `experiment: small
dataset: { use: simulated, examples: [200, 300] }
encoder: standard-scaler
training: { epochs: 2 }
losses: [{ use: sigmoid-f1, beta: [1, 5] }]
seeds: [0, 1]
`,
  );
});

const sigf1 = (...args: string[]) => runProgram(folder, args);

describe("sigf1 plan", () => {
  it("prints the runs of each cell and what is left to do, and trains nothing", async () => {
    const { code, stdout } = await sigf1("plan", "small.yaml");
    expect(code).toBe(0);
    expect(stdout).toContain("examples=200: simulated, 200 examples");
    expect(stdout.match(/^sigmoid-f1 beta=5 +2 +0 +0 +2 +\d/gm)).toHaveLength(2);
    expect(stdout).toContain("small: 2 cells, 20 runs, 0 done, 20 to do");
    expect(stdout).toMatch(/time left: roughly \d+ s/);
    await expect(access(join(folder, "results"))).rejects.toThrow("ENOENT");
  });

  it("finds what sigf1 run has done with the same options, as JSON", async () => {
    const options = ["--losses", "sigmoid-f1 beta=1", "--seeds", "1"];
    await sigf1("run", "small.yaml", ...options);
    const { code, stdout } = await sigf1("plan", "small.yaml", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      experiment: "small",
      runs: 20,
      done: 8,
      cells: [
        {
          name: "examples=200",
          rows: [{ loss: "sigmoid-f1 beta=1", done: 1 }, { done: 0 }, {}, {}, {}],
        },
        {},
      ],
    });
    const all = await sigf1("plan", "small.yaml", ...options);
    expect(all.stdout).toContain("small: 2 cells, 8 runs, 8 done, 0 to do");
    expect(all.stdout).not.toContain("time left");
  });

  it.each([
    [["plan"], "missing required argument"],
    [["plan", "small.yaml", "--seeds", "a"], "Expected whole numbers"],
    [["plan", "small.yaml", "--jobs", "0"], "Expected a whole number from 1"],
    [
      ["plan", "small.yaml", "--set", "head.l2=[0, -1]"],
      "--set head.l2: head.l2.1: must be at least 0",
    ],
  ])("ends with code 2 on wrong usage: %j", async (args, sentence) => {
    const { code, stderr } = await sigf1(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });
});
