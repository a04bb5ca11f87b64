import { describe, expect, it } from "vitest";
import golden from "../../golden/resampling.json" with { type: "json" };
import { criticalDifferenceDiagram } from "./criticalDifferenceDiagram.js";

const names = ["C4.5", "C4.5+m", "C4.5+cf", "C4.5+m+cf"];

describe("criticalDifferenceDiagram", () => {
  it("gives Demšar's example, in which no two methods are apart at 5 % (critical difference 1.25)", () => {
    const scores = golden.friedman[0]?.scores ?? [];
    const diagram = criticalDifferenceDiagram(names, scores);
    expect(diagram.methods.map(({ name }) => name)).toEqual([
      "C4.5+m+cf",
      "C4.5+m",
      "C4.5+cf",
      "C4.5",
    ]);
    expect(diagram.criticalDifference).toBeCloseTo(1.25, 2);
    expect(diagram.groups).toEqual([{ from: 0, to: 3 }]);
  });

  it("and in which C4.5+m+cf is apart from C4.5 at 10 %, as C4.5+m is", () => {
    const scores = golden.friedman[0]?.scores ?? [];
    const { groups, criticalDifference } = criticalDifferenceDiagram(names, scores, { alpha: 0.1 });
    expect(criticalDifference).toBeCloseTo(1.12, 2);
    expect(groups).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 3 },
    ]);
  });

  it("joins overlapping groups of neighbours, each as large as it can be, and no method alone", () => {
    // Mean ranks 1 … 6 and a critical difference of 7.54/√N: 1.19 for 40 rows, 2.38 for 10.
    const rows = (n: number) => Array.from({ length: n }, () => [6, 5, 4, 3, 2, 1]);
    const letters = [..."abcdef"];
    expect(criticalDifferenceDiagram(letters, rows(40)).groups).toEqual(
      [0, 1, 2, 3, 4].map((from) => ({ from, to: from + 1 })),
    );
    expect(criticalDifferenceDiagram(letters, rows(10)).groups).toEqual(
      [0, 1, 2, 3].map((from) => ({ from, to: from + 2 })),
    );
    expect(criticalDifferenceDiagram(letters, rows(400)).groups).toEqual([]);
    expect(criticalDifferenceDiagram(letters, rows(1)).groups).toEqual([{ from: 0, to: 5 }]);
  });

  it("keeps equal methods in the order given, in one group", () => {
    const diagram = criticalDifferenceDiagram(
      ["x", "y"],
      [
        [1, 1],
        [2, 2],
      ],
    );
    expect(diagram.methods).toEqual([
      { name: "x", meanRank: 1.5 },
      { name: "y", meanRank: 1.5 },
    ]);
    expect(diagram.groups).toEqual([{ from: 0, to: 1 }]);
  });

  it("refuses another number of names", () => {
    expect(() => criticalDifferenceDiagram(["x"], [[1, 2]])).toThrow("1 names for 2 methods");
  });
});
