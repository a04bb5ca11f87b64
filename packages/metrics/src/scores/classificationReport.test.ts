import { describe, expect, it } from "vitest";
import golden from "../../golden/reports.json" with { type: "json" };
import type { ZeroDivision } from "../confusion/ZeroDivision.js";
import { labels } from "../matrices.test.support.js";
import { classificationReport } from "./classificationReport.js";
import { precisionScore } from "./precisionScore.js";

describe("classificationReport", () => {
  it.each(golden.cases)(
    "as text is scikit-learn's: $name",
    ({ cols, yTrue, yPred, text, ...options }) => {
      const matrix = (entries: number[]) => ({
        rows: entries.length / cols,
        cols,
        data: Uint8Array.from(entries),
      });
      const { digits, classNames } = options;
      const report = classificationReport(matrix(yTrue), matrix(yPred), {
        digits,
        zeroDivision: options.zeroDivision as ZeroDivision,
        ...(classNames && { classNames }),
      });
      expect(`${report}`).toBe(text);
    },
  );

  const yTrue = labels([1, 1, 0], [1, 0, 0]);
  const yPred = labels([1, 1, 0], [0, 1, 0]);

  it("as data has every class in order and every average", () => {
    const report = classificationReport(yTrue, yPred, { classNames: ["a", "b", "c"] });
    expect(JSON.parse(JSON.stringify(report))).toEqual({
      classes: [
        { name: "a", precision: 1, recall: 1 / 2, f1: 2 / 3, support: 2 },
        { name: "b", precision: 1 / 2, recall: 1, f1: 2 / 3, support: 1 },
        { name: "c", precision: 0, recall: 0, f1: 0, support: 0 },
      ],
      averages: {
        micro: { precision: 2 / 3, recall: 2 / 3, f1: 2 / 3, support: 3 },
        macro: { precision: 1 / 2, recall: 1 / 2, f1: expect.closeTo(4 / 9, 12), support: 3 },
        weighted: { precision: 5 / 6, recall: 2 / 3, f1: expect.closeTo(2 / 3, 12), support: 3 },
        samples: { precision: 1 / 2, recall: 1 / 2, f1: 1 / 2, support: 3 },
      },
    });
  });

  it("numbers the classes by default and counts 0/0 as zeroDivision says", () => {
    const { classes, averages } = classificationReport(yTrue, yPred, { zeroDivision: 1 });
    expect(classes.map(({ name }) => name)).toEqual(["0", "1", "2"]);
    expect(classes[2]).toMatchObject({ precision: 1, recall: 1, f1: 1 });
    expect(averages.macro.precision).toBe(precisionScore(yTrue, yPred, { zeroDivision: 1 }));
  });

  it("refuses another number of names than classes, and digits that are no integer in 0…100", () => {
    expect(() => classificationReport(yTrue, yPred, { classNames: ["a"] })).toThrow(
      "classNames has 1 names; expected 3, one per class",
    );
    for (const digits of [-1, 1.5, 101]) {
      expect(() => classificationReport(yTrue, yPred, { digits })).toThrow(`digits is ${digits}`);
    }
  });
});
