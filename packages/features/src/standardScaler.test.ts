import fc from "fast-check";
import { expect, test } from "vitest";
import { standardScaler } from "./standardScaler.js";

test("standardScaler() subtracts the mean and divides by the population standard deviation", async () => {
  const scaler = standardScaler();
  await scaler.fit([
    [1, 10],
    [3, 30],
    [5, 80],
  ]);
  // Column 0: mean 3, variance (4 + 0 + 4) / 3. Column 1: mean 40, variance (900 + 100 + 1600) / 3.
  const [sd0, sd1] = [Math.sqrt(8 / 3), Math.sqrt(2600 / 3)];
  expect(scaler.dimension).toBe(2);
  expect(await scaler.encode([[1, 10], new Float32Array([4, 40])])).toEqual(
    new Float32Array([-2 / sd0, -30 / sd1, 1 / sd0, 0]),
  );
});

test("standardScaler() gives 0 for a feature that is constant in training, whatever its value", async () => {
  const scaler = standardScaler();
  // 0.1 three times has a variance of 1e-34 in float64: rounding, not information.
  await scaler.fit([[0.1], [0.1], [0.1]]);
  const scaled = await scaler.encode([[0.1], [7]]);
  expect(Array.from(scaled, Math.abs)).toEqual([0, 0]);
});

test("standardScaler() gives the training part zero mean and unit variance", async () => {
  const column = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
    minLength: 2,
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(column, async (values) => {
      fc.pre(Math.max(...values) - Math.min(...values) > 1e-3);
      const scaler = standardScaler();
      const rows = values.map((value) => [value]);
      await scaler.fit(rows);
      const scaled = await scaler.encode(rows);
      const mean = scaled.reduce((sum, x) => sum + x, 0) / scaled.length;
      const variance = scaled.reduce((sum, x) => sum + x * x, 0) / scaled.length;
      expect(mean).toBeCloseTo(0, 5);
      expect(variance).toBeCloseTo(1, 5);
    }),
  );
});

test("standardScaler() names the input that is not finite", async () => {
  await expect(
    standardScaler().fit([
      [1, 2],
      [3, Number.NaN],
    ]),
  ).rejects.toThrow("input 1 has NaN in column 1");
});

test("standardScaler() asks for fit before encode, and for something to fit on", async () => {
  await expect(standardScaler().encode([[1]])).rejects.toThrow("standardScaler: call fit before");
  await expect(standardScaler().fit([])).rejects.toThrow("got no inputs");
});
