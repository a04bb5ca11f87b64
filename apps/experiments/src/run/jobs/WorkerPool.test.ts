import { afterEach, expect, it, vi } from "vitest";
import type { Task } from "../planTasks.js";
import type { RunEvent } from "../RunEvent.js";
import type { TaskEnd } from "../TaskEnd.js";
import type { PooledRuns } from "./TaskQueue.js";
import { WorkerPool } from "./WorkerPool.js";

const program = new URL("worker.test.fixture.mjs", import.meta.url);
const source = { text: "", filename: "", overrides: {} };

let pool: WorkerPool | undefined;
afterEach(() => pool?.close());

interface Given {
  readonly signal?: AbortSignal;
  /** Told the process that each run was given to. */
  readonly onProcess?: (text: string) => void;
  readonly onEnd?: (end: TaskEnd) => Promise<void>;
}

/** A run of the cell `cell`, or of that of its own. */
type Wanted = number | readonly [cell: string, seed: number];

/** Does runs of these seeds in the pool; gives how they ended, and the process that each was given to. */
async function doRuns(wanted: readonly Wanted[], { signal, onProcess, onEnd }: Given = {}) {
  const named = wanted.map((run) => (typeof run === "number" ? (["cell", run] as const) : run));
  const ends: TaskEnd[] = [];
  const processes: string[] = [];
  async function* cells() {
    for (const cell of new Set(named.map(([name]) => name))) {
      const runs = named.filter(([name]) => name === cell);
      yield {
        ...{ cell, out: "." },
        tasks: runs.map(
          ([, seed], i) => ({ identity: { loss: "a", seed, config: { i } } }) as unknown as Task,
        ),
        observer(event: RunEvent) {
          if (event.event !== "warning") return;
          processes.push(`${event.text} ${cell}`);
          onProcess?.(event.text);
        },
        async onEnd(end: TaskEnd) {
          ends.push(end);
          await onEnd?.(end);
        },
      };
    }
  }
  await pool?.run(cells(), signal);
  return { ends, processes };
}

/** The same in a new pool of so many processes. */
async function run(wanted: readonly Wanted[], jobs: number, given?: Given) {
  pool = new WorkerPool(source, { out: "." }, jobs, { program, patience: 100 });
  return doRuns(wanted, given);
}

const pidOf = (text: string) => Number(text.split(" ")[0]);
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

it("replaces a process that died while it had nothing to do", async () => {
  const { processes } = await run([3], 1);
  const pid = pidOf(processes[0] ?? "");
  process.kill(pid, "SIGKILL");
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow("ESRCH"));
  const { ends } = await doRuns([3]);
  expect(ends).toMatchObject([{ seconds: 1 }]);
});

it.each([
  ["is ended by the same signal", (pid: number) => process.kill(pid, "SIGINT")],
  ["does not stop", () => {}],
])("when interrupted, a run whose process %s has not failed", async (_, alsoTell) => {
  const interruption = new AbortController();
  const onProcess = (text: string) => {
    interruption.abort();
    alsoTell(pidOf(text));
  };
  const { ends, processes } = await run([5, 5], 1, { signal: interruption.signal, onProcess });
  expect(ends).toEqual([]);
  expect(processes).toHaveLength(1);
});

it("gives no more runs to any process where the end of one cannot be kept", async () => {
  const told: TaskEnd[] = [];
  const onEnd = async (end: TaskEnd) => {
    told.push(end);
    throw new Error("no space left");
  };
  await expect(run([3, 3, 3, 4, 4, 4], 2, { onEnd })).rejects.toThrow("no space left");
  expect(told.length).toBeLessThanOrEqual(2); // one of each process at most
});

it("begins the next cell when a process has nothing to do, and each stays with a cell of its own", async () => {
  const one = await run(
    [...Array(6).keys()].map((cell) => [`cell ${cell}`, 3] as const),
    2,
  );
  expect(new Set(one.processes.map(pidOf)).size).toBe(2);
  await pool?.close();

  const runs = ["x", "y"].flatMap((cell) => [3, 3, 3].map((seed) => [cell, seed] as const));
  const { processes, ends } = await run([["w", 4], ...runs], 2);
  expect(ends).toHaveLength(7);
  for (const pid of new Set(processes.map(pidOf))) {
    const cells = processes.filter((text) => pidOf(text) === pid).map((text) => text.at(-1));
    const changes = cells.filter((cell, i) => cell !== cells[i - 1]);
    expect(new Set(changes).size).toBe(changes.length); // no cell is left and taken up again
  }
});

it("ends with the error of a cell that cannot be begun, once the others have ended theirs", async () => {
  pool = new WorkerPool(source, { out: "." }, 2, { program });
  async function* cells(): AsyncGenerator<PooledRuns, void> {
    yield* [];
    throw new Error("no such dataset");
  }
  await expect(pool.run(cells())).rejects.toThrow("no such dataset");
});
