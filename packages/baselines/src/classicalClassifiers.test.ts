import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { baselineByName, classicalNames } from "./baselineByName.js";
import { labelMatrices, labels } from "./labels.test.support.js";

const options = { "ml-knn": { k: 1 } } as Readonly<Record<string, object>>;

describe.each(classicalNames)("%s", (name) => {
  const classifier = baselineByName(name, options[name]);
  const features = { rows: 4, cols: 2, data: Float32Array.of(1, 0, 2, 0, 0, 1, 0, 3) };

  it("scores classes that can be told apart on the right side of 0.5", async () => {
    const truth = labels([1, 0], [1, 0], [0, 1], [0, 1]);
    const { data } = await (await classifier.fit(features, truth)).scores(features);
    expect([...data].map((score) => (score >= 0.5 ? 1 : 0))).toEqual([...truth.data]);
  });

  it("scores a class that no example has, or every one, the same everywhere, on its side of 0.5", async () => {
    const truth = labels([0, 1], [0, 1], [0, 1], [0, 1]);
    const other = { rows: 3, cols: 2, data: Float32Array.of(0, 0, -9, 5, 100, 1) };
    const { data } = await (await classifier.fit(features, truth)).scores(other);
    const [none = 1, all = 0] = data;
    expect(none).toBeLessThan(0.5);
    expect(all).toBeGreaterThan(0.5);
    expect([...data]).toEqual([none, all, none, all, none, all]);
  });

  it("scores an example alike whatever the others beside it", async () => {
    await fc.assert(
      fc.asyncProperty(
        labelMatrices.filter(({ rows }) => rows > 1),
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 60, maxLength: 60 }),
        async (truth, values) => {
          const data = Float32Array.from(values.slice(0, truth.rows * 3));
          const fitted = await classifier.fit({ rows: truth.rows, cols: 3, data }, truth);
          const all = await fitted.scores({ rows: truth.rows, cols: 3, data });
          expect(all.data.every((score) => score >= 0 && score <= 1)).toBe(true);
          const last = await fitted.scores({ rows: 1, cols: 3, data: data.slice(-3) });
          expect(last.data).toEqual(all.data.slice(-truth.cols));
        },
      ),
      { numRuns: 30 },
    );
  });

  it("refuses what it cannot learn from or score", async () => {
    const truth = labels([1, 0], [1, 0], [0, 1], [0, 1]);
    const empty = { rows: 0, cols: 2, data: new Float32Array() };
    const none = { rows: 0, cols: 2, data: new Uint8Array() };
    await expect(classifier.fit(empty, none)).rejects.toThrow(
      "no training example; a classifier learns from at least one",
    );
    await expect(classifier.fit(empty, truth)).rejects.toThrow(
      "features has 0 rows and labels has 4",
    );
    await expect(classifier.fit({ ...features, cols: 3 }, truth)).rejects.toThrow(
      "features has 8 entries; its shape 4 × 3 needs 12",
    );
    await expect(classifier.fit(features, labels([0], [1], [2], [0]))).rejects.toThrow(
      "labels is 2 at row 2, column 0; expected 0 or 1",
    );
    const data = Float32Array.of(1, 0, 2, 0, 0, Number.NaN, 0, 3);
    await expect(classifier.fit({ ...features, data }, truth)).rejects.toThrow(
      "features is NaN at row 2, column 1; expected a finite number",
    );
    const fitted = await classifier.fit(features, truth);
    await expect(fitted.scores({ rows: 8, cols: 1, data: features.data })).rejects.toThrow(
      "features has 1 columns; the classifier learnt from 2",
    );
    await expect(fitted.scores({ ...features, data })).rejects.toThrow("features is NaN");
  });
});
