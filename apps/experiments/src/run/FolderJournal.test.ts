import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { temporaryFolder } from "../testing/temporaryFolder.test.fixture.js";
import { FolderJournal } from "./FolderJournal.js";
import type { RunCheckpoint } from "./RunJournal.js";

const epoch = (number: number) => ({ epoch: number, loss: 0.1 + number, validation: 1 / 3 });
const trained = (number: number) => ({ epoch: number, loss: 0.1 + number, metric: 1 / 3 });

/** A checkpoint after so many epochs, with numbers that a decimal text could round. */
const after = (epochs: number): RunCheckpoint => ({
  training: {
    history: Array.from({ length: epochs }, (_, i) => trained(i)),
    saturation: { share: 0.1 + 0.2, meanSlope: Math.PI },
    values: [Float32Array.of(Math.fround(0.1), -0, 1e-30), Float32Array.of(epochs)],
    best: { epoch: 0, metric: 1 / 3, values: [Float32Array.of(7)] },
  },
  warnings: ['a "quoted" warning'],
  seconds: 1.5,
});

let folder: string;
beforeEach(async () => {
  folder = join(await temporaryFolder(), "run");
});
const lines = async () => (await readFile(join(folder, "metrics.jsonl"), "utf8")).split("\n");

describe("FolderJournal", () => {
  it("begins where there is nothing, with a line for each epoch", async () => {
    const journal = new FolderJournal(folder, 0);
    expect(await journal.resume()).toBeUndefined();
    await journal.note(epoch(0), async () => after(1));
    await journal.note(epoch(1), async () => after(2));
    expect(await lines()).toEqual([JSON.stringify(epoch(0)), JSON.stringify(epoch(1)), ""]);
  });

  it("gives back the last checkpoint to the bit, and forgets the epochs after it", async () => {
    const journal = new FolderJournal(folder, 0);
    await journal.resume();
    await journal.note(epoch(0), async () => after(1));
    await journal.note(epoch(1), async () => after(2));
    await writeFile(join(folder, "metrics.jsonl"), `${JSON.stringify(epoch(9))}\n`, { flag: "a" });
    expect(await new FolderJournal(folder, 0).resume()).toEqual(after(2));
    expect(await lines()).toEqual([JSON.stringify(epoch(0)), JSON.stringify(epoch(1)), ""]);
  });

  it("makes no checkpoint before it is time", async () => {
    const journal = new FolderJournal(folder, 1000);
    await journal.resume();
    const checkpoint = vi.fn(async () => after(1));
    await journal.note(epoch(0), checkpoint);
    expect(checkpoint).not.toHaveBeenCalled();
    expect(await readdir(folder)).toEqual(["metrics.jsonl"]);
  });

  it.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length - 3)],
    ["empty", () => Buffer.alloc(0)],
    ["of another kind", () => Buffer.from("x".repeat(100))],
  ])("begins anew where the checkpoint is %s", async (_case, spoil) => {
    const journal = new FolderJournal(folder, 0);
    await journal.resume();
    await journal.note(epoch(0), async () => after(1));
    const path = join(folder, "checkpoint.safetensors");
    await writeFile(path, spoil(await readFile(path)));
    expect(await new FolderJournal(folder, 0).resume()).toBeUndefined();
    expect(await lines()).toEqual([""]);
  });
});
