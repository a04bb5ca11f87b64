import { expect, test } from "vitest";
import { handMadeResults } from "../handMadeResults.test.fixture.js";
import { axisCurves } from "./axisCurves.js";
import { gridResults } from "./gridResults.test.fixture.js";
import { gridView } from "./gridView.js";

const flipped = "corruption.flippedLabels";
const outliers = "corruption.outliers";
/** Two losses, flipped or with outliers, but never both. */
const cross = gridResults(
  { [flipped]: 0, [outliers]: 0 },
  ["a", "b"].flatMap((base) => [
    { base, grid: { [flipped]: 0.2, [outliers]: 0 }, seeds: [0.5, 0.7] },
    { base, grid: { [flipped]: 0, [outliers]: 0 }, seeds: [0.8, 0.8] },
    { base, grid: { [flipped]: 0, [outliers]: 0.1 }, seeds: [0.6, 0.6] },
  ]),
  { random: { "threshold-0.5": [0.1, 0.1] } },
);

test("gridView gives each variant its mean over seeds, its interval and its validation mean", () => {
  const view = gridView(cross, 0.95);
  expect(view).toMatchObject({ metric: "exampleF1", axes: [flipped, outliers] });
  expect(view?.cells).toHaveLength(6);
  const [cell] = view?.cells ?? [];
  expect(cell?.mean).toBeCloseTo(0.6, 12);
  expect(cell?.validation).toBeCloseTo(0.6, 12);
  // t(.975; 1) = 12.7062, s = .141421, n = 2
  expect(cell?.halfWidth).toBeCloseTo((12.7062 * 0.141421) / Math.sqrt(2), 4);
});

test("gridView of one seed has no interval", () => {
  const view = gridView(gridResults({ b: 1 }, [{ base: "a", grid: { b: 1 }, seeds: [0.5] }]), 0.95);
  expect(view?.cells[0]).not.toHaveProperty("halfWidth");
});

test("gridView shows the rule that does best on the validation part over the losses of the tables", () => {
  const results = gridResults({ b: 1 }, [{ base: "a", grid: { b: 1 }, seeds: [0.5] }]);
  const row = results.rows[0]!; // one variant, one seed
  const tuned = { ...row, decision: "tuned", validation: { ...row.validation, exampleF1: 0.6 } };
  expect(gridView({ ...results, rows: [row, tuned] }, 0.95)?.decision).toBe("tuned");
  const worse = { ...tuned, validation: { ...row.validation, exampleF1: 0.4 } };
  expect(gridView({ ...results, rows: [row, worse] }, 0.95)?.decision).toBe("threshold-0.5");
});

test("gridView shows the figure that early stopping watched", () => {
  expect(gridView({ ...cross, validationMetric: "macroF1" }, 0.95)?.metric).toBe("macroF1");
  expect(gridView({ ...cross, validationMetric: "unheard of" }, 0.95)?.metric).toBe("exampleF1");
});

test("gridView is undefined without a grid", () => {
  expect(gridView(handMadeResults({ a: { r: [0.1] } }), 0.95)).toBeUndefined();
});

test("axisCurves follows each loss along each axis, in ascending order, the other axes at the file's values", () => {
  const curves = axisCurves(gridView(cross, 0.95)!); // there is a grid
  expect(curves.map(({ axis, base, fixed }) => [axis, base, fixed])).toEqual([
    [flipped, "a", { [outliers]: 0 }],
    [flipped, "b", { [outliers]: 0 }],
    [outliers, "a", { [flipped]: 0 }],
    [outliers, "b", { [flipped]: 0 }],
  ]);
  expect(curves[0]?.points.map(({ x }) => x)).toEqual([0, 0.2]);
  expect(curves[0]?.points[0]).toEqual({ x: 0, mean: 0.8, low: 0.8, high: 0.8 });
  expect(curves[0]?.points[1]?.mean).toBeCloseTo(0.6, 12);
  expect(curves[2]?.points.map(({ x }) => x)).toEqual([0, 0.1]);
});

test("axisCurves leaves out values that are no numbers, and takes an axis's first value where the file's is not in the grid", () => {
  const variants = ["x", "y"].flatMap((kind) =>
    [1, 2].map((b) => ({ base: "a", grid: { kind, b }, seeds: [kind === "x" ? b / 10 : 0.9] })),
  );
  const curves = axisCurves(gridView(gridResults({ kind: null, b: null }, variants), 0.95)!); // there is a grid
  expect(curves).toHaveLength(1);
  expect(curves[0]).toMatchObject({ axis: "b", fixed: { kind: "x" } });
  expect(curves[0]?.points.map(({ mean }) => mean)).toEqual([0.1, 0.2]);
});
