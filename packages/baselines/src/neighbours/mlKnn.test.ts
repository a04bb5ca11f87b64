import { describe, expect, it } from "vitest";
import { labels } from "../labels.test.support.js";
import { mlKnn } from "./mlKnn.js";

describe("mlKnn", () => {
  it("has the posteriors of a case worked by hand", async () => {
    // On a line: two examples with the class at 0 and 1, two without it at 10 and 11; each has one neighbour, of its own kind.
    const training = { rows: 4, cols: 1, data: Float32Array.of(0, 1, 10, 11) };
    const fitted = await mlKnn({ k: 1 }).fit(training, labels([1], [1], [0], [0]));
    const { data } = await fitted.scores({ rows: 2, cols: 1, data: Float32Array.of(-1, 12) });
    // Prior (1 + 2) / (2 + 4) = 1/2; P(one neighbour has it | class) = (1 + 2) / (2 + 2), P(… | no class) = (1 + 0) / (2 + 2).
    expect([...data]).toEqual([0.75, 0.25]);
  });

  it("refuses as many neighbours as there are examples", async () => {
    const training = { rows: 2, cols: 1, data: Float32Array.of(0, 1) };
    await expect(mlKnn({ k: 2 }).fit(training, labels([1], [0]))).rejects.toThrow(
      "k is 2 with 2 training examples; expected more examples than neighbours",
    );
  });
});
