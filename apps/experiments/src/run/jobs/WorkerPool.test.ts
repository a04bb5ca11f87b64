import { afterEach, expect, it } from "vitest";
import type { OpenExperiment } from "../OpenExperiment.js";
import type { Task } from "../planTasks.js";
import type { TaskEnd } from "../RunTasks.js";
import { WorkerPool } from "./WorkerPool.js";

const program = new URL("worker.test.fixture.mjs", import.meta.url);
const source = { text: "", filename: "", overrides: {} };

let pool: WorkerPool | undefined;
afterEach(() => pool?.close());

/** Does runs of these seeds; gives how they ended, and the process that each was given to. */
async function run(seeds: readonly number[], jobs: number) {
  pool = new WorkerPool(source, { out: "." }, jobs, program);
  const tasks = seeds.map(
    (seed, i) => ({ identity: { loss: "a", seed, config: { i } } }) as unknown as Task,
  );
  const ends: TaskEnd[] = [];
  const processes: string[] = [];
  await pool.tasksOf("cell")(
    undefined as unknown as OpenExperiment,
    tasks,
    {
      out: ".",
      observer: (event) => {
        if (event.event === "warning") processes.push(event.text);
      },
    },
    async (end) => void ends.push(end),
  );
  return { ends, processes };
}

const seedOf = (text: string) => text.split("-")[1];

it("a run whose process dies has failed, and the others are done by a new one", async () => {
  const { ends } = await run([1, 0, 0, 1, 0], 1);
  const failed = ends.filter((end) => "reason" in end);
  expect(failed).toMatchObject([
    { task: { identity: { seed: 1 } }, reason: "its process ended (SIGKILL)" },
    { task: { identity: { seed: 1 } }, reason: "its process ended (SIGKILL)" },
  ]);
  expect(ends).toHaveLength(5);
});

it("rejects with the reason where no run can be done", async () => {
  await expect(run([2, 0, 0], 1)).rejects.toThrow("no such data");
});

it("gives a process runs of one seed as long as there are any", async () => {
  const { processes } = await run([3, 3, 3, 3, 4, 4, 4, 4], 2);
  expect(processes).toHaveLength(8);
  const pids = new Set(processes.map((text) => text.split(" ")[0]));
  expect(pids.size).toBe(2);
  for (const pid of pids) {
    const seeds = processes.filter((text) => text.startsWith(`${pid} `)).map(seedOf);
    const runs = seeds.filter((seed, i) => seed !== seeds[i - 1]);
    expect(new Set(runs).size).toBe(runs.length); // no seed is left and taken up again
  }
});
