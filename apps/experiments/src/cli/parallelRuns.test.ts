import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runProgram } from "../testing/runProgram.test.fixture.js";
import { temporaryFolder } from "../testing/temporaryFolder.test.fixture.js";

const grid = `experiment: parallel
dataset: { use: simulated, examples: 200, classes: 4, cardinality: 1.2 }
encoder: standard-scaler
training: { epochs: 20, patience: 20 }
losses: [sigmoid-f1, focal, { use: binary-cross-entropy, optimizer: { use: sgd, learningRate: 1.0e+38 } }]
seeds: [0, 1, 2]
`;

async function inNewFolder(file = grid) {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "grid.yaml"), file);
  return {
    folder,
    run: (args: readonly string[], stop?: (stderr: string) => NodeJS.Signals | undefined) =>
      runProgram(folder, ["run", "grid.yaml", "--out", "out", ...args], stop),
    results: async () => {
      const text = await readFile(join(folder, "out/results.json"), "utf8");
      return { ...JSON.parse(text), command: "" };
    },
  };
}

it("sigf1 run --jobs gives the results of one process, failures too", async () => {
  const [one, several] = [await inNewFolder(), await inNewFolder()];
  expect((await one.run([])).code).toBe(1);
  const { code, stderr } = await several.run(["--jobs", "3"]);
  expect(code).toBe(1);
  expect(stderr).toContain("binary-cross-entropy, seed 2: failed: ");
  expect(await several.results()).toEqual(await one.results());
});

it("sigf1 run --jobs ends its processes with itself, killed or interrupted", async () => {
  const { run } = await inNewFolder();
  for (const [signal, exit] of [
    ["SIGKILL", null],
    ["SIGINT", 130],
  ] as const) {
    const long = ["--jobs", "2", "--json", "--set", "training.epochs=100000", "--set"];
    const { code } = await run([...long, "training.patience=100000"], (text) =>
      text.split('"event":"epoch"').length > 20 ? signal : undefined,
    );
    // Its processes hold the same stderr: where it has closed, they have ended.
    expect(code).toBe(exit);
  }
});

it("sigf1 run --shard does its share, and the last one writes the results of all", async () => {
  const [whole, sharded] = [await inNewFolder(), await inNewFolder()];
  const some = ["--losses", "focal,sigmoid-f1"];
  expect((await whole.run(some)).code).toBe(0);
  const first = await sharded.run([...some, "--shard", "1/2"]);
  expect(first).toMatchObject({ code: 0, stdout: "" });
  expect(first.stderr).toMatch(/8 of 15 runs are complete in .*: run the other shards/);
  await expect(sharded.results()).rejects.toThrow("ENOENT");
  const second = await sharded.run([...some, "--shard", "2/2"]);
  expect(second.stdout).toContain("focal");
  expect(await sharded.results()).toEqual(await whole.results());
});

it("sigf1 run of several cells gives the same with --jobs, and with shards at the same time", async () => {
  const cells = `${grid.replace("classes: 4, ", "")}matrix: { dataset.classes: [3, 4, 5, 6] }\n`;
  const [whole, jobs, sharded] = await Promise.all([1, 2, 3].map(() => inNewFolder(cells)));
  const some = ["--losses", "focal,sigmoid-f1", "--seeds", "0"];
  expect((await whole?.run(some))?.code).toBe(0);
  expect((await jobs?.run([...some, "--jobs", "2"]))?.code).toBe(0);
  expect(await jobs?.results()).toEqual(await whole?.results());
  await Promise.all(["1/2", "2/2"].map((shard) => sharded?.run([...some, "--shard", shard])));
  expect(await sharded?.results()).toEqual(await whole?.results());
});

it.each(["0/2", "3/2", "1", "a/b"])("sigf1 run refuses --shard %s", async (shard) => {
  const { run } = await inNewFolder();
  const { code, stderr } = await run(["--shard", shard]);
  expect(code).toBe(2);
  expect(stderr).toContain("Expected i/n with i from 1 to n");
});
