import { describe, expect, it } from "vitest";
import golden from "../../golden/resampling.json" with { type: "json" };
import { type BootstrapOptions, bootstrapInterval } from "./bootstrapInterval.js";
import { seededWords } from "./seededWords.js";

const average = (values: ArrayLike<number>) => (examples: Uint32Array) =>
  examples.reduce((sum, i) => sum + (values[i] ?? Number.NaN), 0) / examples.length;

function ratio(values: ArrayLike<number>) {
  const squares = Array.from(values, (value) => value ** 2);
  return (examples: Uint32Array) => average(squares)(examples) / average(values)(examples) ** 2;
}

describe("bootstrapInterval", () => {
  it.each(golden.bootstrap)(
    "equals SciPy's bootstrap of $name, given the same resamples",
    ({ name, values, strata, resamples, seed, estimate, intervals }) => {
      const statistic = (name.includes("ratio") ? ratio : average)(values);
      expect(intervals).toHaveLength(4);
      for (const { method, level, ...expected } of intervals) {
        const options = { method: method as "bca", level, strata, resamples, seed };
        const interval = bootstrapInterval(values.length, statistic, options);
        expect(interval.estimate).toBeCloseTo(estimate, 12);
        expect(interval.low, `${method} ${level} low`).toBeCloseTo(expected.low, 10);
        expect(interval.high, `${method} ${level} high`).toBeCloseTo(expected.high, 10);
        expect(interval.standardError).toBeCloseTo(expected.standardError, 11);
        expect(interval.distribution).toHaveLength(resamples);
      }
    },
  );

  it.each(["bca", "percentile"] as const)(
    "covers the mean of an exponential distribution about as often as %s should",
    (method) => {
      const next = seededWords(5);
      let covered = 0;
      const rounds = 500;
      for (let seed = 0; seed < rounds; seed++) {
        const values = Float64Array.from({ length: 60 }, () => -Math.log1p(-next() / 2 ** 32));
        const options: BootstrapOptions = { method, level: 0.9, resamples: 400, seed };
        const { low, high } = bootstrapInterval(60, average(values), options);
        if (low <= 1 && 1 <= high) covered++;
      }
      // 90 %, less the known shortfall of the order 1/n for a skewed mean, ± 3 standard deviations.
      expect(covered / rounds).toBeGreaterThan(0.84);
      expect(covered / rounds).toBeLessThan(0.94);
    },
  );

  it("draws from each stratum as many examples as it has", () => {
    const strata = ["a", "b", "a", "c", "b", "a"];
    const seen: string[] = [];
    bootstrapInterval(
      6,
      (examples) => {
        seen.push(
          Array.from(examples, (i) => strata[i])
            .sort()
            .join(""),
        );
        return 0;
      },
      { strata, resamples: 50, method: "percentile" },
    );
    expect(new Set(seen)).toEqual(new Set(["aaabbc"]));
    expect(seen).toHaveLength(51);
  });

  it("has no width where strata leave nothing to chance, or the statistic never changes", () => {
    const options = { strata: [0, 1, 2] };
    expect(bootstrapInterval(3, average([1, 2, 6]), options)).toMatchObject({ low: 3, high: 3 });
    expect(bootstrapInterval(9, () => 0.25)).toMatchObject({
      estimate: 0.25,
      low: 0.25,
      high: 0.25,
      standardError: 0,
    });
    expect(bootstrapInterval(1, average([7]))).toMatchObject({ low: 7, high: 7 });
  });

  it("stays within the resampled statistics where the estimate is at their edge", () => {
    const largest = (examples: Uint32Array) => Math.max(...examples);
    const { low, high, distribution } = bootstrapInterval(20, largest);
    expect(low).toBeGreaterThanOrEqual(Math.min(...distribution));
    expect(high).toBeLessThanOrEqual(19);
    const outside = bootstrapInterval(20, (examples) => new Set(examples).size);
    expect(outside.estimate).toBe(20);
    expect(outside.high).toBeLessThan(20);
  });

  it("finds the acceleration of many examples from groups of them", () => {
    const values = Float64Array.from({ length: 5000 }, (_, i) => -Math.log1p(-(i + 0.5) / 5000));
    let calls = 0;
    const statistic = (examples: Uint32Array) => {
      calls++;
      return average(values)(examples);
    };
    const { low, high } = bootstrapInterval(5000, statistic, { resamples: 500 });
    expect(calls).toBeLessThanOrEqual(1 + 500 + 1000);
    // x̄ ± 1.96/√5000, within the error of 500 resamples.
    expect(low).toBeCloseTo(1 - 1.96 / Math.sqrt(5000), 2);
    expect(high).toBeCloseTo(1 + 1.96 / Math.sqrt(5000), 2);
  });

  it("depends on the seed alone, with 0.95, 1,000 resamples and BCa as defaults", () => {
    const statistic = average([1, 5, 2, 8, 3]);
    const interval = bootstrapInterval(5, statistic);
    expect(
      bootstrapInterval(5, statistic, { level: 0.95, resamples: 1000, method: "bca", seed: 0 }),
    ).toEqual(interval);
    expect(bootstrapInterval(5, statistic, { seed: 1 }).distribution).not.toEqual(
      interval.distribution,
    );
  });

  it("refuses no examples, a statistic that is not finite, and options out of range", () => {
    const one = () => 1;
    expect(() => bootstrapInterval(0, one)).toThrow("examples is 0; expected a positive integer");
    expect(() => bootstrapInterval(3, one, { resamples: 0.5 })).toThrow("resamples is 0.5");
    expect(() => bootstrapInterval(3, one, { level: 95 })).toThrow("level is 95");
    expect(() => bootstrapInterval(3, one, { method: "basic" as "bca" })).toThrow(
      'method is "basic"; expected one of bca, percentile',
    );
    expect(() => bootstrapInterval(3, one, { strata: [0, 1] })).toThrow(
      "strata has 2 entries for 3 examples",
    );
    expect(() => bootstrapInterval(3, () => Number.NaN)).toThrow(
      "the statistic is NaN for the examples as they are",
    );
    const undefinedAlone = (examples: Uint32Array) => (new Set(examples).size === 1 ? 0 / 0 : 1);
    expect(() => bootstrapInterval(2, undefinedAlone)).toThrow(
      /the statistic is NaN for resample \d/,
    );
  });
});
