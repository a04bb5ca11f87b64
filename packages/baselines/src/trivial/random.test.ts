import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelMatrices, labels } from "../labels.test.support.js";
import { random } from "./random.js";

describe("random", () => {
  it("draws each class with its training prevalence", async () => {
    const { data } = await (
      await random({ seed: 1 }).fit(
        { rows: 4 },
        labels([1, 0, 1, 0], [1, 0, 0, 1], [1, 0, 0, 1], [1, 0, 0, 1]),
      )
    ).scores({ rows: 10_000 });
    const shares = [0, 0, 0, 0].map(
      (_, j) => data.filter((_, k) => k % 4 === j).reduce((a, b) => a + b) / 10_000,
    );
    expect(shares.slice(0, 2)).toEqual([1, 0]);
    // Four standard deviations of a share of 10,000 draws.
    expect(Math.abs((shares[2] ?? 0) - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / 10_000));
    expect(Math.abs((shares[3] ?? 0) - 0.75)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / 10_000));
  });

  it("scores 0 or 1, the same for the same seed, the first rows whatever the number of rows", async () => {
    await fc.assert(
      fc.asyncProperty(labelMatrices, fc.integer(), fc.nat(30), async (train, seed, rows) => {
        const { data } = await (await random({ seed }).fit(train, train)).scores({ rows });
        expect(data.every((score) => score === 0 || score === 1)).toBe(true);
        const longer = await (await random({ seed }).fit(train, train)).scores({ rows: rows + 5 });
        expect(longer.data.subarray(0, data.length)).toEqual(data);
      }),
    );
  });

  it("draws otherwise for another seed, 0 being the default", async () => {
    const half = labels([1, 0], [0, 1]);
    const drawn = async (options?: { seed: number }) =>
      (await (await random(options).fit(half, half)).scores({ rows: 50 })).data.join("");
    const draws = await Promise.all([0, 1, 2].map((seed) => drawn({ seed })));
    expect(new Set(draws).size).toBe(3);
    expect(await drawn()).toBe(draws[0]);
  });

  it("refuses a seed that is no integer", async () => {
    expect(() => random({ seed: 0.5 })).toThrow("seed is 0.5; expected an integer");
  });
});
