import { describe, expect, it } from "vitest";
import golden from "../../golden/resampling.json" with { type: "json" };
import { seededWords } from "./seededWords.js";
import { xoshiro128 } from "./xoshiro128.js";

const take = (next: () => number, n: number) => Array.from({ length: n }, next);

it("xoshiro128 gives the words that its authors' program gives from the state 1, 2, 3, 4", () => {
  expect(take(xoshiro128([1, 2, 3, 4]), 10)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
    4258142804,
  ]);
});

describe("seededWords", () => {
  it.each(golden.words)("with seed $seed gives the same words as in Python", ({ seed, words }) => {
    expect(take(seededWords(seed), 6)).toEqual(words);
  });

  it("gives neighbouring seeds unrelated words", () => {
    const bits = take(seededWords(4), 200).map((word, i) => ({ word, i }));
    const others = take(seededWords(5), 200);
    const differing = bits.map(({ word, i }) => popCount(word ^ (others[i] ?? 0)));
    const mean = differing.reduce((sum, count) => sum + count, 0) / 200;
    // 16 of 32 bits, ± 4 standard deviations of the mean.
    expect(Math.abs(mean - 16)).toBeLessThan((4 * Math.sqrt(8)) / Math.sqrt(200));
  });

  it("refuses a seed that is no safe integer", () => {
    expect(() => seededWords(0.5)).toThrow("seed is 0.5; expected an integer");
    expect(() => seededWords(2 ** 53)).toThrow("seed is 9007199254740992");
  });
});

function popCount(word: number): number {
  let count = 0;
  for (let rest = word >>> 0; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
