import fc from "fast-check";
import { expect, test } from "vitest";
import { DatasetError } from "../DatasetError.js";
import { partNames } from "./partNames.js";
import { randomSplit } from "./randomSplit.js";

const fractions = { train: 0.7, validation: 0.1, test: 0.2 };
const weights = fc.tuple(...partNames.map(() => fc.integer({ min: 5, max: 100 })));

function fractionsOf([train = 1, validation = 1, test = 1]: number[]) {
  const sum = train + validation + test;
  return { train: train / sum, validation: validation / sum, test: test / sum };
}

test("randomSplit puts every example in exactly one part, each ascending, sizes within 1 of n · fraction", () => {
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 500 }), weights, fc.integer(), (n, parts, seed) => {
      const shares = fractionsOf(parts);
      const split = randomSplit(n, shares, seed);
      const ascending = (a: number, b: number) => a - b;
      for (const name of partNames) {
        expect(split[name]).toEqual([...split[name]].sort(ascending));
        expect(Math.abs(split[name].length - n * shares[name])).toBeLessThan(1);
      }
      const all = partNames.flatMap((name) => split[name]).sort(ascending);
      expect(all).toEqual(Array.from({ length: n }, (_, index) => index));
    }),
  );
});

test("randomSplit gives the same split for the same seed and another one for another seed", () => {
  expect(randomSplit(100, fractions, 3)).toEqual(randomSplit(100, fractions, 3));
  expect(randomSplit(100, fractions, 3)).not.toEqual(randomSplit(100, fractions, 4));
});

test("randomSplit puts each example in the test part about as often as its fraction says", () => {
  const times = new Array<number>(50).fill(0);
  for (let seed = 0; seed < 2000; seed++) {
    for (const index of randomSplit(50, fractions, seed).test)
      times[index] = (times[index] ?? 0) + 1;
  }
  // 2000 draws of probability 0.2 have standard deviation 18; five of them.
  for (const count of times) expect(Math.abs(count - 400)).toBeLessThan(90);
});

test.each([
  [{ train: 0.7, validation: 0.1, test: 0.3 }],
  [{ train: 0.8, validation: 0, test: 0.2 }],
  [{ train: Number.NaN, validation: 0.1, test: 0.2 }],
])("randomSplit refuses the fractions %o", (wrong) => {
  expect(() => randomSplit(100, wrong, 0)).toThrow("above 0 and together be 1");
});

test("randomSplit names the part that would be empty", () => {
  expect(() => randomSplit(4, fractions, 0)).toThrow(DatasetError);
  expect(() => randomSplit(4, fractions, 0)).toThrow(
    "the validation part of the split has no example",
  );
});
