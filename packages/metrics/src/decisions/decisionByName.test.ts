import { describe, expect, it } from "vitest";
import { labels, scores } from "../matrices.test.support.js";
import { decisionByName } from "./decisionByName.js";
import { decisionNames } from "./decisionNames.js";

describe("decisionByName", () => {
  it.each(decisionNames)("knows %s, whose decision carries the name and the shape", (name) => {
    const rule = decisionByName(name);
    expect(rule.name).toBe(name);
    const decision = rule.fit(scores([0.9, 0.2], [0.4, 0.6]), labels([1, 0], [0, 1]));
    expect(decision.rule).toBe(name);
    expect(JSON.parse(JSON.stringify(decision)).rule).toBe(name);
    const decided = decision.decide(scores([0.9, 0.1], [0.2, 0.8], [0.9, 0.9]));
    expect([decided.rows, decided.cols]).toEqual([3, 2]);
    expect(Array.from(decided.data.subarray(0, 4))).toEqual(
      name === "threshold-0.05" ? [1, 1, 1, 1] : [1, 0, 0, 1],
    );
  });

  it("reads any threshold from its name", () => {
    expect(decisionByName("threshold-0.123").name).toBe("threshold-0.123");
    expect(() => decisionByName("threshold-2")).toThrow("the threshold is 2");
  });

  it.each(["", "tuned", "threshold-", "threshold-x", "Threshold-0.5"])(
    "refuses %j and names the known rules",
    (name) => {
      expect(() => decisionByName(name)).toThrow(
        `no decision rule "${name}"; expected one of threshold-0.5, threshold-0.05, tuned-global, tuned-per-class, top-k, gfm, knee, count, prevalence-matching, threshold-<number>`,
      );
    },
  );
});
