import { describe, expect, it } from "vitest";
import { labels } from "../matrices.test.support.js";
import type { LabelInput } from "./LabelInput.js";
import { labelMatrix } from "./labelMatrix.js";

describe("labelMatrix", () => {
  it("gives a matrix back as it is", () => {
    const matrix = labels([1, 0], [0, 1]);
    expect(labelMatrix("yTrue", matrix)).toBe(matrix);
  });

  it("copies an array of arrays of 0/1 or false/true row by row", () => {
    expect(
      labelMatrix("yTrue", [
        [1, 0, 0],
        [false, true, 1],
      ]),
    ).toEqual(labels([1, 0, 0], [0, 1, 1]));
  });

  it("names the argument, row and column of an entry that is no label, in either form", () => {
    expect(() =>
      labelMatrix("yTrue", [
        [1, 0],
        [0, 0.5],
      ]),
    ).toThrow("yTrue is 0.5 at row 1, column 1; expected 0 or 1");
    expect(() => labelMatrix("yTrue", [[1, Number.NaN]])).toThrow(
      "yTrue is NaN at row 0, column 1",
    );
    expect(() => labelMatrix("yTrue", [["1" as unknown as number]])).toThrow(
      'yTrue is "1" at row 0, column 0; expected 0 or 1',
    );
    expect(() => labelMatrix("yPred", labels([1, 0], [2, 0]))).toThrow(
      "yPred is 2 at row 1, column 0; expected 0 or 1",
    );
  });

  it("refuses rows of different lengths, naming the row and both lengths", () => {
    expect(() => labelMatrix("yTrue", [[1, 0], [1]])).toThrow(
      "yTrue[1] has 1 entries but yTrue[0] has 2",
    );
    expect(() => labelMatrix("yTrue", [[]])).toThrow("yTrue[0] is empty");
  });

  it("refuses an array without rows, which does not say how many classes there are", () => {
    expect(() => labelMatrix("yTrue", [])).toThrow("yTrue has no row");
    expect(labelMatrix("yTrue", { rows: 0, cols: 3, data: new Uint8Array(0) }).cols).toBe(3);
  });

  it("refuses data that does not fill its shape", () => {
    const short = { rows: 2, cols: 2, data: Uint8Array.of(1, 0, 1) };
    expect(() => labelMatrix("yTrue", short)).toThrow(
      "yTrue has 3 entries; its shape 2 × 2 needs 4",
    );
  });

  it.each([
    [undefined, "yTrue is undefined; expected { rows, cols, data } or an array of arrays"],
    [null, "yTrue is null"],
    [[1, 0], "yTrue[0] is 1; expected an array, one per example"],
    [
      { rows: 1, cols: 1, data: Float32Array.of(1) },
      "yTrue.data is Float32Array; expected Uint8Array",
    ],
    [{ rows: 1, cols: 1, data: [1] }, "yTrue.data is Array"],
  ])("refuses %j with a TypeError", (value, message) => {
    const call = () => labelMatrix("yTrue", value as unknown as LabelInput);
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });
});
