import fc from "fast-check";
import { expect, test } from "vitest";
import { embeddingBag } from "./embeddingBag.js";
import { hash } from "./hash.js";
import { subwords } from "./subwords.js";

test("embeddingBag counts words by bucket and divides by the number of tokens, or its square root", async () => {
  const one = { buckets: 64, ngramRange: [1, 1] } as const;
  const expected = (weight: number) => {
    const features = new Float32Array(64);
    for (const word of ["red", "red", "blue", "green"]) features[hash(word, 0) % 64]! += weight;
    return features;
  };
  expect(new Set(["red", "blue", "green"].map((word) => hash(word, 0) % 64)).size).toBe(3);
  expect(await embeddingBag(one).encode(["Red red, blue green"])).toEqual(expected(1 / 4));
  expect(await embeddingBag({ ...one, combiner: "sqrtn" }).encode(["Red red, blue green"])).toEqual(
    expected(1 / 2),
  );
});

test("embeddingBag adds parts of words where asked, and word pairs by default", async () => {
  const sum = async (options: object) => {
    const features = await embeddingBag({ combiner: "sqrtn", ...options }).encode(["red blue"]);
    return features.reduce((total, x) => total + x, 0);
  };
  // √n of n tokens.
  expect((await sum({})) ** 2).toBeCloseTo(3, 4);
  expect((await sum({ ngramRange: [1, 1], subwordRange: [3, 4] })) ** 2).toBeCloseTo(
    2 + (3 + 2) + (4 + 3),
    4,
  );
});

test("subwords are the parts of <word> by characters, without the whole", () => {
  expect(subwords("ab", [2, 4])).toEqual(["<a", "ab", "b>", "<ab", "ab>"]);
  expect(subwords("𠮷", [2, 3])).toEqual(["<𠮷", "𠮷>"]);
});

test("embeddingBag gives every text that has a word a sum of 1, in any batch", async () => {
  const encoder = embeddingBag({ buckets: 8 });
  expect([...(await encoder.encode(["", "!?"]))]).toEqual(new Array(16).fill(0));
  const words = fc.array(fc.constantFrom("aa", "bb", "cc", "dd"), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(words, words, async (a, b) => {
      const [x, y] = [a.join(" "), b.join(" ")];
      const both = await encoder.encode([x, y]);
      expect(both.subarray(8)).toEqual(await encoder.encode([y]));
      expect(both.subarray(0, 8).reduce((total, value) => total + value, 0)).toBeCloseTo(1, 5);
    }),
  );
});

test("hash spreads words evenly, and otherwise for another seed", () => {
  const words = Array.from({ length: 6400 }, (_, i) => `word${i}`);
  for (const seed of [0, 1]) {
    const counts = new Array<number>(64).fill(0);
    for (const word of words) counts[hash(word, seed) % 64]! += 1; // a bucket
    const chi2 = counts.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
    // 63 degrees of freedom: mean 63, deviation 11.2; four of them.
    expect(Math.abs(chi2 - 63)).toBeLessThan(45);
  }
  const moved = words.filter((word) => hash(word, 0) % 64 !== hash(word, 1) % 64).length;
  expect(moved / words.length).toBeGreaterThan(0.95);
});

test("hash is the same on every machine: FNV-1a and MurmurHash3's finaliser, by hand", () => {
  // The hash of no bytes is the finaliser of the start, 0x811c9dc5 for seed 0.
  let h = 0x811c9dc5;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  expect(hash("", 0)).toBe((h ^ (h >>> 16)) >>> 0);
  expect(hash("ä", 0)).not.toBe(hash("a", 0));
});

test("embeddingBag refuses what is no text, and options that it doesn't know", async () => {
  await expect(embeddingBag().encode([1 as never])).rejects.toThrow("input 0 is of type number");
  expect(() => embeddingBag({ buckets: 0 })).toThrow(TypeError);
  expect(() => embeddingBag({ ngramRange: [2, 1] })).toThrow("shortest at most longest");
  expect(() => embeddingBag({ bins: 5 } as never)).toThrow("bins");
});

test("embeddingBag refuses a text without an array", async () => {
  await expect(embeddingBag().encode("abc" as never)).rejects.toThrow(
    new TypeError("embeddingBag: got a string; expected an array of strings"),
  );
});
