import { spawn } from "node:child_process";
import { readdir, readFile, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { encodeToStore } from "./encodeToStore.js";
import { temporaryFolder } from "./temporaryFolder.test.support.js";

const ROWS = 1200;
const KILLS = 12;

const library = new URL("../dist/index.js", import.meta.url).href;
/** What the processes run; rows are wide and cheap, so that most of the time goes into writing. */
const program = `
  import { encodeToStore } from ${JSON.stringify(library)};
  process.stdout.write("ready");
  const inputs = Array.from({ length: ${ROWS} }, (_, i) => i);
  await encodeToStore({
    folder: process.argv[1], dataset: "numbers@1", shardRows: 40,
    part: { ids: inputs.map(String), inputs },
    encoder: {
      id: "waves", dimension: 8000, dispose() {},
      encode: async (batch) => {
        const rows = new Float32Array(batch.length * 8000);
        batch.forEach((x, i) => rows.fill(x, i * 8000, (i + 1) * 8000));
        return rows;
      },
    },
  });`;

/** Runs the program, and kills it so many milliseconds after its start; whether it ended well, and how long it took. */
function run(folder: string, killAfter?: number): Promise<{ done: boolean; milliseconds: number }> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve) => {
    let start = Number.NaN;
    child.stdout.once("data", () => {
      start = performance.now();
      if (killAfter !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfter);
    });
    child.on("close", (code) => {
      resolve({ done: code === 0, milliseconds: performance.now() - start });
    });
  });
}

/** Every file below the folder with its bytes. */
async function contents(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [path.slice(folder.length), (await readFile(path)).toString("latin1")] as const;
      }),
    ),
  );
}

/** Lets 10 s pass for the lock that a killed process has left. */
async function ageLocks(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.endsWith(".lock")) await utimes(join(folder, name), 0, 0);
  }
}

test("a process killed again and again at any point leaves in the end what an undisturbed one does", async () => {
  const [undisturbed, disturbed] = [await temporaryFolder(), await temporaryFolder()];
  const { done, milliseconds } = await run(undisturbed);
  expect(done).toBe(true);
  let kills = 0;
  while (kills < KILLS) {
    // Short lives, spread evenly: the last process has work left.
    const share = (kills * 0.618) % 1;
    if ((await run(disturbed, (share * milliseconds * 2) / KILLS)).done) break;
    kills++;
    await ageLocks(disturbed);
  }
  expect((await run(disturbed)).done).toBe(true);
  expect(kills).toBeGreaterThan(2);
  const [expected, found] = [await contents(undisturbed), await contents(disturbed)];
  expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [path, bytes] of expected) expect(found.get(path) === bytes, path).toBe(true);
});

test("a process that finds another at work waits for it, says so once, and computes nothing itself", async () => {
  const folder = await temporaryFolder();
  const inputs = [1, 2, 3, 4];
  const encoded: number[][] = [[], []];
  const waits = [0, 0];
  const encode = (process: number) =>
    encodeToStore({
      onWait: () => {
        waits[process] = Number(waits[process]) + 1;
      },
      folder,
      dataset: "numbers@1",
      part: { ids: inputs.map(String), inputs },
      shardRows: 1,
      encoder: {
        id: "same",
        dimension: 1,
        dispose() {},
        async encode(batch) {
          encoded[process]?.push(...batch);
          return Float32Array.from(batch);
        },
      },
    });
  const stores = await Promise.all([encode(0), encode(1)]);
  for (const store of stores) expect([...(await store.read())]).toEqual(inputs);
  expect(encoded.flat()).toEqual(inputs);
  expect(waits.toSorted()).toEqual([0, 1]);
});
