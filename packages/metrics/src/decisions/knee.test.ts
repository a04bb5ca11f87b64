import { describe, expect, it } from "vitest";
import { labels, scores } from "../matrices.test.support.js";
import { knee } from "./knee.js";

describe("knee", () => {
  it("thresholds midway over the step at the knee of the ordered median scores", () => {
    // Medians by rank: .875, .75, .25, .125, 0; the third lies farthest below the chord.
    const validation = scores(
      [0.75, 0.125, 0.875, 0, 0.25],
      [1, 0.5, 0.25, 0.125, 0],
      [0.25, 0.125, 0, 0.875, 0.75],
    );
    const nothing = labels([0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]);
    const decision = knee().fit(validation, nothing);
    expect(JSON.parse(JSON.stringify(decision))).toEqual({
      rule: "knee",
      threshold: 0.5,
      classes: 5,
    });
    expect(decision.decide(validation)).toEqual(
      labels([1, 0, 1, 0, 0], [1, 1, 0, 0, 0], [0, 0, 0, 1, 1]),
    );
  });

  it("counts neither an example that stands out nor the order of the classes", () => {
    const rows = [
      [0.875, 0.125, 0.0625, 0],
      [0.125, 0.875, 0, 0.0625],
      [1, 1, 1, 1],
    ];
    const truth = labels(...rows.map(() => [0, 0, 0, 0]));
    expect(knee().fit(scores(...rows), truth)).toMatchObject({ threshold: 0.5 });
  });

  it("takes 0.5 where the curve has no knee", () => {
    expect(knee().fit(scores([0.9, 0.1]), labels([1, 0]))).toMatchObject({ threshold: 0.5 });
    expect(knee().fit(scores([0.2, 0.2, 0.2]), labels([1, 0, 0]))).toMatchObject({
      threshold: 0.5,
    });
  });
});
