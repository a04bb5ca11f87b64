import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countObjective } from "../counts/countObjective.js";
import { compressRows } from "../features/compressRows.js";
import { Turns } from "../turns/Turns.js";
import type { ConvexObjective } from "./ConvexObjective.js";
import { innerProduct } from "./innerProduct.js";
import { logisticLoss } from "./logisticLoss.js";
import { marginObjective } from "./marginObjective.js";
import { minimise } from "./minimise.js";
import { squaredHinge } from "./squaredHinge.js";

const features = (values: readonly number[]) =>
  compressRows({ rows: 8, cols: 3, data: Float32Array.from(values) });
const values = fc.array(fc.constantFrom(-2, -0.5, 0, 0, 1, 3), { minLength: 24, maxLength: 24 });
const targets = Int8Array.of(1, -1, 1, 1, -1, -1, 1, -1);

const objectives: Readonly<Record<string, (values: readonly number[]) => ConvexObjective>> = {
  "logistic regression": (given) =>
    marginObjective(features(given), targets, {
      loss: logisticLoss,
      C: 2,
      penalisesIntercept: false,
    }),
  "a support vector machine": (given) =>
    marginObjective(features(given), targets, {
      loss: squaredHinge,
      C: 2,
      penalisesIntercept: true,
    }),
  "a count regression": (given) =>
    countObjective(features(given), Uint32Array.of(0, 1, 2, 1, 0, 2, 2, 1), 3, 2),
};

describe.each(Object.entries(objectives))("the objective of %s", (_name, create) => {
  const cases = values.chain((given) => {
    const objective = create(given);
    const entry = fc.integer({ min: -100, max: 100 }).map((n) => n / 37);
    const vector = fc.array(entry, { minLength: objective.size, maxLength: objective.size });
    return fc.tuple(fc.constant(objective), vector, vector);
  });

  it("has the gradient and the curvature of its differences", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ([objective, point, direction]) => {
        const along = Float64Array.from(direction);
        const at = (t: number) => Float64Array.from(point, (x, i) => x + t * (direction[i] ?? 0));
        const step = 1e-6;
        const rise = (objective.evaluate(at(step)) - objective.evaluate(at(-step))) / (2 * step);
        const slopeAt = (t: number) => {
          objective.evaluate(at(t));
          return innerProduct(objective.gradient(), along);
        };
        // Near a hinge's kink the second difference is of two pieces: there only the gradient is held to account.
        const [before, slope, after] = [slopeAt(-step), slopeAt(0), slopeAt(step)];
        expect(Math.abs(rise - slope)).toBeLessThan(1e-4 * (1 + Math.abs(slope)));
        objective.evaluate(at(0));
        const bend = innerProduct(objective.curvature(along), along);
        if (Math.abs(after + before - 2 * slope) < 1e-9 * (1 + Math.abs(slope))) {
          expect(Math.abs((after - before) / (2 * step) - bend)).toBeLessThan(1e-4 * (1 + bend));
        }
      }),
    );
  });

  it("has on the diagonal what its curvature has along each axis", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ([objective, point]) => {
        objective.evaluate(Float64Array.from(point));
        const diagonal = objective.diagonal();
        diagonal.forEach((value, i) => {
          const axis = new Float64Array(objective.size);
          axis[i] = 1;
          expect(objective.curvature(axis)[i]).toBeCloseTo(value, 10);
        });
      }),
    );
  });

  it("is least where its gradient vanishes, and no other point has less", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ([objective, point]) => {
        const least = await minimise(objective, 1e-9, new Turns());
        const lowest = objective.evaluate(least);
        const gradient = objective.gradient();
        expect(Math.sqrt(innerProduct(gradient, gradient))).toBeLessThan(1e-6);
        expect(objective.evaluate(Float64Array.from(point))).toBeGreaterThanOrEqual(lowest);
      }),
    );
  });
});
