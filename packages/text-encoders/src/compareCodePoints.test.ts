import fc from "fast-check";
import { expect, test } from "vitest";
import { compareCodePoints } from "./compareCodePoints.js";

test("compareCodePoints puts ﬁ (U+FB01) before 😀 (U+1F600), which UTF-16 order does not", () => {
  expect(["😀", "ﬁ", "z", "", "zz"].sort(compareCodePoints)).toEqual(["", "z", "zz", "ﬁ", "😀"]);
});

test("compareCodePoints orders as the lists of code points do", () => {
  const text = fc.string({ unit: "binary" });
  const points = (value: string) => Array.from(value, (c) => c.codePointAt(0) ?? 0);
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [x, y] = [points(a), points(b)];
      const at = x.findIndex((point, i) => point !== y[i]);
      const expected = at < 0 ? x.length - y.length : (x[at] ?? 0) - (y[at] ?? -1);
      expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(expected));
    }),
  );
});
