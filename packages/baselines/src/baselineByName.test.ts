import { describe, expect, it } from "vitest";
import { baselineByName } from "./baselineByName.js";
import { baselineNames } from "./baselineNames.js";
import { labels } from "./labels.test.support.js";
import { random } from "./random.js";

describe("baselineByName", () => {
  it.each(baselineNames)("knows %s, which scores in the shape asked for", (name) => {
    const baseline = baselineByName(name);
    expect(baseline.name).toBe(name);
    const { rows, cols, data } = baseline.fit(labels([1, 0], [0, 0])).scores(5);
    expect([rows, cols, data.length]).toEqual([5, 2, 10]);
  });

  it("hands the seed to random", () => {
    const train = labels([1, 0], [0, 1]);
    const drawn = baselineByName("random", { seed: 7 }).fit(train).scores(40);
    expect(drawn).toEqual(random({ seed: 7 }).fit(train).scores(40));
    expect(drawn).not.toEqual(random({ seed: 8 }).fit(train).scores(40));
  });

  it("refuses an unknown name and names the known ones", () => {
    expect(() => baselineByName("knn")).toThrow(
      'no baseline "knn"; expected one of all-positive, prevalence, random',
    );
  });
});
