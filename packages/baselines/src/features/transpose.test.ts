import fc from "fast-check";
import { expect, it } from "vitest";
import { compressRows } from "./compressRows.js";
import { transpose } from "./transpose.js";

it("transpose and compressRows say of every entry what the dense matrix says, and leave out the zeros", () => {
  const sizes = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 6 }));
  const matrices = sizes.chain(([rows, cols]) =>
    fc
      .array(fc.constantFrom(0, 0, -1, 2.5), { minLength: rows * cols, maxLength: rows * cols })
      .map((values) => ({ rows, cols, data: Float32Array.from(values) })),
  );
  fc.assert(
    fc.property(matrices, (matrix) => {
      const compressed = compressRows(matrix);
      const turned = transpose(compressed);
      for (const [form, at] of [
        [compressed, (row: number, col: number) => row * matrix.cols + col],
        [turned, (row: number, col: number) => col * matrix.cols + row],
      ] as const) {
        const dense = new Float32Array(matrix.data.length);
        for (let row = 0; row < form.rows; row++) {
          const own = [...form.columns.slice(form.starts[row], form.starts[row + 1])];
          expect(own).toEqual([...own].sort((a, b) => a - b));
          own.forEach((col, i) => {
            dense[at(row, col)] = form.values[(form.starts[row] ?? 0) + i] ?? 0;
          });
        }
        expect(dense).toEqual(matrix.data);
        expect(form.values).not.toContain(0);
      }
    }),
  );
});
