import { describe, expect, it } from "vitest";
import { scores } from "../matrices.test.support.js";
import type { ScoreInput } from "./ScoreInput.js";
import { scoreMatrix } from "./scoreMatrix.js";

describe("scoreMatrix", () => {
  it("gives a matrix back as it is", () => {
    const matrix = scores([0.5, 0], [1, 0.25]);
    expect(scoreMatrix("yScore", matrix)).toBe(matrix);
  });

  it("copies an array of arrays row by row, rounded to 32-bit floats", () => {
    expect(
      scoreMatrix("yScore", [
        [0.1, 1],
        [0, 0.75],
      ]),
    ).toEqual(scores([0.1, 1], [0, 0.75]));
  });

  it("refuses numbers outside [0, 1], naming argument, row and column, in either form", () => {
    expect(() =>
      scoreMatrix("yScore", [
        [0, 0.5],
        [0, 1.5],
      ]),
    ).toThrow("yScore is 1.5 at row 1, column 1; expected a number in [0, 1]");
    expect(() => scoreMatrix("yScore", scores([Number.NaN]))).toThrow(
      "yScore is NaN at row 0, column 0",
    );
  });

  it("takes any finite number with anyReal", () => {
    expect(scoreMatrix("yScore", [[-7, 12]], { anyReal: true })).toEqual(scores([-7, 12]));
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => scoreMatrix("yScore", [[0, wrong]], { anyReal: true })).toThrow(
        `yScore is ${wrong} at row 0, column 1; expected a finite number`,
      );
    }
  });

  it("refuses a finite number that is none in 32 bits", () => {
    expect(() => scoreMatrix("yScore", [[1e39]], { anyReal: true })).toThrow("yScore is Infinity");
  });

  it("refuses rows of different lengths, naming the row and both lengths", () => {
    expect(() => scoreMatrix("yScore", [[0, 1], [1]])).toThrow(
      "yScore[1] has 1 entries but yScore[0] has 2",
    );
  });

  it.each([
    ["0.5", 'yScore is "0.5"; expected { rows, cols, data } or an array of arrays'],
    [[[0.5, null]], "yScore is null at row 0, column 1; expected a number"],
    [
      { rows: 1, cols: 1, data: Float64Array.of(1) },
      "yScore.data is Float64Array; expected Float32Array",
    ],
  ])("refuses %j with a TypeError", (value, message) => {
    const call = () => scoreMatrix("yScore", value as unknown as ScoreInput);
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });
});
