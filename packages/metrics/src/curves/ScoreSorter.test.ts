import fc from "fast-check";
import { expect, it } from "vitest";
import { ScoreSorter } from "./ScoreSorter.js";

it.each([0, 1, 39, 40, 200, 349, 350, 5000])("sorts the first %d floats of any size", (count) => {
  const float = fc.float({ noNaN: true });
  fc.assert(
    fc.property(
      fc.array(float, { minLength: count, maxLength: count, size: "max" }),
      float,
      (scores, last) => {
        const buffer = Float32Array.of(...scores, last);
        new ScoreSorter(count).sort(buffer, count);
        // Typed arrays put −0 before 0, and so does the sorter where it uses them; a rank does not tell them apart.
        const plain = (values: Float32Array) => Array.from(values, (value) => value + 0);
        expect(plain(buffer.subarray(0, count))).toEqual(plain(Float32Array.from(scores).sort()));
        expect(buffer[count]).toBe(last);
      },
    ),
    { numRuns: 20 },
  );
});
