import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compressRows } from "../features/compressRows.js";
import { Turns } from "../turns/Turns.js";
import { nearestNeighbours } from "./nearestNeighbours.js";

const points = fc
  .array(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 15,
  })
  .map((rows) => ({ rows: rows.length, cols: 3, data: Float32Array.from(rows.flat()) }));

const square = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0);

describe("nearestNeighbours", () => {
  it("finds what sorting all rows by distance and then by number finds, duplicates among them", async () => {
    await fc.assert(
      fc.asyncProperty(
        points,
        points,
        fc.integer({ min: 1, max: 14 }),
        fc.boolean(),
        async (own, other, most, leaveOneOut) => {
          const queries = leaveOneOut ? own : other;
          const k = Math.min(most, leaveOneOut ? own.rows - 1 : own.rows);
          const row = ({ data }: typeof own, i: number) => data.subarray(3 * i, 3 * i + 3);
          const expected = Array.from({ length: queries.rows }, (_, query) =>
            Array.from({ length: own.rows }, (_, i) => i)
              .filter((i) => !leaveOneOut || i !== query)
              .map((i) => ({ i, square: square(row(own, i), row(queries, query)) }))
              .sort((a, b) => a.square - b.square || a.i - b.i)
              .slice(0, k),
          ).flat();
          const rows = compressRows(own);
          const turns = new Turns();
          const found = await nearestNeighbours(rows, compressRows(queries), k, turns, {
            leaveOneOut,
          });
          expect([...found.indices]).toEqual(expected.map(({ i }) => i));
          expect([...found.squares]).toEqual(expected.map(({ square }) => square));
        },
      ),
    );
  });
});
