import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { metricsOf } from "../report/handMadeResults.test.fixture.js";
import { temporaryFolder } from "../testing/temporaryFolder.test.fixture.js";
import { readRun } from "./readRun.js";

const named = { loss: "a", seed: 0 };
const figures = { metrics: metricsOf(0.5), validation: metricsOf(0.5) };
const record = {
  ...named,
  rows: [{ ...named, decision: "r", ...figures }],
  curve: { thresholds: [0.5], microF1: [0.5], macroF1: [0.5] },
  warnings: [],
  seconds: 1,
};
const history = [{ epoch: 0, loss: 1, validation: 0.5 }];

async function read(run: string, epochs: string) {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "run.json"), run);
  await writeFile(join(folder, "history.json"), epochs);
  return readRun(folder);
}

test("readRun joins the record with its history", async () => {
  const run = await read(JSON.stringify(record), JSON.stringify(history));
  expect(run).toEqual({ ...record, history });
});

test.each([
  ["{}", "[]", /run\.json is not of a finished run: loss: /],
  ["null", "[]", /run\.json is not of a finished run/],
  ['{"loss": "a"', "[]", /run\.json is not valid JSON$/],
  [
    JSON.stringify({ ...record, rows: [{}] }),
    "[]",
    /run\.json is not of a finished run: rows\.0\.loss/,
  ],
  [JSON.stringify(record), "{}", /history\.json is not of a finished run/],
])(
  "readRun of %s with the history %s names the file that is wrong",
  async (run, epochs, message) => {
    const wrong = read(run, epochs);
    await expect(wrong).rejects.toThrow(SyntaxError); // which counts as not finished
    await expect(wrong).rejects.toThrow(message);
  },
);
