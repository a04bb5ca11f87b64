import { expect, test } from "vitest";
import type { RunRecord } from "../../results/Results.js";
import { searchedSettings } from "./searchedSettings.js";

const run = (loss: string, seed: number, chosen?: number) =>
  ({
    loss,
    seed,
    ...(chosen !== undefined && {
      search: {
        chosen,
        trials: [
          { settings: { "head.l2": 0, beta: null }, epochs: 9, figure: 0.5 },
          { settings: { "head.l2": 0.1, beta: seed }, epochs: 9, figure: 0.7 },
        ],
      },
    }),
  }) as unknown as RunRecord;

test("searchedSettings gives the chosen values of a loss in the order of its seeds", () => {
  const runs = [run("b", 1, 1), run("a", 0), run("b", 0, 0), run("b", 2, 1)];
  expect(searchedSettings(runs, ["a", "b"])).toEqual([
    {
      loss: "b",
      trials: 2,
      figure: expect.closeTo((0.5 + 0.7 + 0.7) / 3, 12),
      ownChosen: 1,
      settings: [
        { name: "l2", values: [0, 0.1, 0.1] },
        { name: "beta", values: [null, 1, 2] },
      ],
    },
  ]);
});
