import { describe, expect, expectTypeOf, it } from "vitest";
import {
  type BaselineOptions,
  baselineByName,
  baselineNames,
  classicalNames,
  trivialNames,
} from "./baselineByName.js";
import { labels } from "./labels.test.support.js";
import type { LinearOptions } from "./linear/LinearOptions.js";
import { linearSvm } from "./linear/linearSvm.js";
import { random } from "./trivial/random.js";

const features = { rows: 3, cols: 2, data: Float32Array.of(1, 0, 0, 2, 0, 0) };
const truth = labels([1, 0], [0, 1], [1, 1]);

describe("baselineByName", () => {
  it("knows the trivial and the classical ones", async () => {
    expect(trivialNames).toEqual(["all-positive", "prevalence", "random"]);
    expect(classicalNames).toEqual([
      "logistic-regression",
      "linear-svm",
      "ml-knn",
      "decision-tree",
    ]);
    expect(baselineNames).toEqual([...trivialNames, ...classicalNames]);
  });

  it.each(baselineNames)("gives %s, which scores a row per example in [0, 1]", async (name) => {
    const baseline = baselineByName(name, name === "ml-knn" ? { k: 2 } : {});
    expect(baseline.name).toBe(name);
    const { rows, cols, data } = await (await baseline.fit(features, truth)).scores(features);
    expect([rows, cols, data.length]).toEqual([3, 2, 6]);
    expect(data.every((score) => score >= 0 && score <= 1)).toBe(true);
  });

  it("hands the options over", async () => {
    const drawn = await (await baselineByName("random", { seed: 7 }).fit(features, truth)).scores(
      features,
    );
    expect(drawn).toEqual(await (await random({ seed: 7 }).fit(features, truth)).scores(features));
    const scores = await (
      await baselineByName("linear-svm", { C: 0.01 }).fit(features, truth)
    ).scores(features);
    expect(scores).toEqual(
      await (await linearSvm({ C: 0.01 }).fit(features, truth)).scores(features),
    );
    expect(scores).not.toEqual(await (await linearSvm().fit(features, truth)).scores(features));
    expectTypeOf<BaselineOptions["linear-svm"]>().toEqualTypeOf<LinearOptions>();
  });

  it("refuses an unknown name and names the known ones", async () => {
    expect(() => baselineByName("knn" as "random")).toThrow(
      'no baseline "knn"; expected one of all-positive, prevalence, random, logistic-regression, linear-svm, ml-knn, decision-tree',
    );
  });

  it.each([
    ["all-positive", { seed: 1 }, 'unknown option "seed"; there is none'],
    ["linear-svm", { c: 1 }, 'unknown option "c"; expected C'],
    ["linear-svm", { C: 0 }, "C is 0; expected a finite number > 0"],
    ["logistic-regression", { C: "1" }, 'C is "1"; expected a finite number > 0'],
    ["ml-knn", { k: 1.5 }, "k is 1.5; expected a positive integer"],
    ["ml-knn", { smoothing: -1 }, "smoothing is -1; expected a finite number > 0"],
    ["decision-tree", { maxDepth: 0 }, "maxDepth is 0; expected a positive integer"],
  ] as const)("refuses the options of %s %j", (name, options, message) => {
    expect(() => baselineByName(name, options as object)).toThrow(message);
  });
});
