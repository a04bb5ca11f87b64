import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { expect, it } from "vitest";
import { runProgram } from "../testing/runProgram.test.fixture.js";
import { temporaryFolder } from "../testing/temporaryFolder.test.fixture.js";

const KILLS = 20;

/** Every kind of state that a run goes on with: of optimiser, schedule, chains, counters, dropout, search. */
const grid = `experiment: killed
dataset: { use: simulated, examples: 200, classes: 4, cardinality: 1.2 }
encoder: standard-scaler
head: { hidden: [6], dropout: 0.2 }
optimizer: { learningRate: 0.05 }
training: { epochs: 24, patience: 24, batchSize: 32 }
losses:
  - adaptive-sigmoid-f1
  - tencent
  - bayesian-sigmoid-f1
  - { use: sigmoid-f1, search: { use: successive-halving, budget: 4, minEpochs: 3 } }
decisions: [threshold-0.5, tuned-global, count]
seeds: [0, 1]
`;

it(`a grid that is killed ${KILLS} times ends with the results.json of an undisturbed one`, async () => {
  const [calm, killed] = [await temporaryFolder(), await temporaryFolder()];
  for (const folder of [calm, killed]) await writeFile(join(folder, "grid.yaml"), grid);
  const args = ["run", "grid.yaml", "--out", "out", "--checkpoint-every", "0", "--json"];
  expect((await runProgram(calm, args)).code).toBe(0);

  const generator = xoroshiro128plus(20);
  let resumed = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    // Epochs until the kill, which comes some milliseconds later: in a batch, an evaluation or a writing.
    const epochs = 1 + ((generator.next() >>> 0) % 6);
    const jobs = kill % 4 === 3 ? ["--jobs", "2"] : [];
    const { code, stderr } = await runProgram(killed, [...args, ...jobs], (text) =>
      text.split('"event":"epoch"').length > epochs ? "SIGKILL" : undefined,
    );
    expect(code, stderr).toBeNull();
    if (stderr.includes('"event":"run-resume"')) resumed += 1;
  }
  expect(resumed).toBeGreaterThan(KILLS / 2);

  expect((await runProgram(killed, args)).code).toBe(0);
  const results = (folder: string) => readFile(join(folder, "out/results.json"), "utf8");
  expect(await results(killed)).toBe(await results(calm));
}, 600_000);
