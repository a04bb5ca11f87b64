import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomSearch } from "./randomSearch.js";
import { type HalvingOptions, successiveHalving } from "./successiveHalving.js";
import type { Trial } from "./Trial.js";

const options: HalvingOptions = { trials: 9, epochs: 27, minEpochs: 3, reduction: 3 };

/** Trials that near their limits as epochs go; their state is the epochs that they have had. */
function synthetic(limits: readonly number[]) {
  const calls: { index: number; epochs: number; from: number }[] = [];
  const trial: Trial<number> = async (index, epochs, from = 0) => {
    calls.push({ index, epochs, from });
    return { figure: (limits[index] ?? Number.NaN) * (1 - 0.5 ** epochs), state: epochs };
  };
  return { calls, trial };
}

describe("successiveHalving", () => {
  it("gives a third of the trials three times the epochs, from where they were left", async () => {
    const { calls, trial } = synthetic([1, 8, 3, 4, 9, 6, 7, 2, 5]);
    const { best, state, trials } = await successiveHalving(options, trial);
    expect(calls.slice(9)).toEqual([
      { index: 4, epochs: 9, from: 3 },
      { index: 1, epochs: 9, from: 3 },
      { index: 6, epochs: 9, from: 3 },
      { index: 4, epochs: 27, from: 9 },
    ]);
    expect(calls.slice(0, 9).map(({ index, epochs }) => [index, epochs])).toEqual(
      Array.from({ length: 9 }, (_, index) => [index, 3]),
    );
    expect([best, state]).toEqual([4, 27]);
    expect(trials.map(({ epochs }) => epochs)).toEqual([3, 9, 3, 3, 27, 3, 9, 3, 3]);
  });

  it("finds the best of trials whose order does not change, and trains it to the end", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 1.5, max: 5, noNaN: true }),
        async (limits, a, b, reduction) => {
          const [minEpochs, epochs] = [Math.min(a, b), Math.max(a, b)];
          const { trial } = synthetic(limits);
          const all = { trials: limits.length, epochs, minEpochs, reduction };
          const { best, trials } = await successiveHalving(all, trial);
          expect(limits[best]).toBe(Math.max(...limits));
          expect(trials[best]?.epochs).toBe(epochs);
        },
      ),
    );
  });

  it("takes the earlier of two trials with the same figure", async () => {
    const { trial } = synthetic(Array(9).fill(1));
    const { best, trials } = await successiveHalving(options, trial);
    expect(best).toBe(0);
    expect(trials.map(({ epochs }) => epochs)).toEqual([27, 9, 9, 3, 3, 3, 3, 3, 3]);
  });

  it("leaves out a trial that failed, and fails where all do", async () => {
    const { trial } = synthetic([Number.NaN, 1, Number.NaN, Number.NaN]);
    expect(await successiveHalving({ ...options, trials: 4 }, trial)).toMatchObject({ best: 1 });
    const failing = synthetic([Number.NaN, Number.NaN]).trial;
    await expect(successiveHalving({ ...options, trials: 2 }, failing)).rejects.toThrow(
      "the training of every trial failed",
    );
  });

  it("trains a single trial to the end at once", async () => {
    const { calls, trial } = synthetic([1]);
    await successiveHalving({ ...options, trials: 1 }, trial);
    expect(calls).toEqual([{ index: 0, epochs: 27, from: 0 }]);
  });
});

describe("randomSearch", () => {
  it("trains every trial to the end, once, and chooses the best", async () => {
    const { calls, trial } = synthetic([3, 5, 4, 5]);
    const { best, trials } = await randomSearch({ trials: 4, epochs: 10 }, trial);
    expect(best).toBe(1);
    expect(calls.map(({ index, epochs, from }) => [index, epochs, from])).toEqual(
      [0, 1, 2, 3].map((index) => [index, 10, 0]),
    );
    expect(trials.map(({ epochs }) => epochs)).toEqual([10, 10, 10, 10]);
  });
});
