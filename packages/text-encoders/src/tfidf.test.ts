import fc from "fast-check";
import { expect, test } from "vitest";
import { tfidf } from "./tfidf.js";

/** One-word terms, nothing pruned, plain counts. */
const plain = { ngramRange: [1, 1], minDf: 1, sublinearTf: false } as const;

test("tfidf multiplies counts with ln((n + 1) / (df + 1)) + 1 and divides by the L2 norm", async () => {
  const encoder = tfidf({ ngramRange: [1, 1], minDf: 1, sublinearTf: false });
  await encoder.fit(["red red blue", "blue"]);
  const red = 2 * (Math.log(3 / 2) + 1);
  const norm = Math.hypot(1, red);
  expect(encoder.terms).toEqual(["blue", "red"]);
  expect(await encoder.encode(["blue red red", "green"])).toEqual(
    new Float32Array([1 / norm, red / norm, 0, 0]),
  );
});

test("tfidf by default takes 1-2-grams of at least two texts, sublinear", async () => {
  const encoder = tfidf();
  await encoder.fit(["red blue once", "red blue twice"]);
  expect(encoder.terms).toEqual(["blue", "red", "red blue"]);
  const [blue = 0, red = 0] = await encoder.encode(["blue red red"]);
  expect(red / blue).toBeCloseTo(1 + Math.log(2), 6);
});

test("tfidf takes minDf and maxDf as a count or a share of the texts", async () => {
  const texts = ["every most two", "every most two", "every most one", "every"];
  const terms = async (options: { minDf?: number; maxDf?: number }) => {
    const encoder = tfidf({ ...plain, ...options });
    await encoder.fit(texts);
    return encoder.terms;
  };
  expect(await terms({ minDf: 2 })).toEqual(["every", "most", "two"]);
  expect(await terms({ minDf: 0.75 })).toEqual(["every", "most"]);
  expect(await terms({ maxDf: 3 })).toEqual(["most", "one", "two"]);
  expect(await terms({ maxDf: 0.5 })).toEqual(["one", "two"]);
  expect(await terms({ minDf: 0, maxDf: 1 })).toEqual(["every", "most", "one", "two"]);
});

test("tfidf keeps the terms of highest chi2, whichever label they speak of", async () => {
  const encoder = tfidf({ ...plain, maxFeatures: 2, selection: "chi2" });
  const labels = { rows: 4, cols: 2, data: new Uint8Array([1, 0, 1, 0, 0, 1, 0, 0]) };
  await encoder.fit(["noise first", "first", "noise second", "noise"], labels);
  expect(encoder.terms).toEqual(["first", "second"]);
});

test("tfidf keeps the terms of most texts, later terms where equal", async () => {
  const encoder = tfidf({ ...plain, maxFeatures: 2 });
  await encoder.fit(["cc aa bb dd", "cc"]);
  expect(encoder.terms).toEqual(["cc", "dd"]);
});

test("tfidf gives rows of length 1, or 0 where no term is known", async () => {
  const text = fc.array(fc.constantFrom("aa", "bb", "cc", "dd", "ee"), { maxLength: 9 });
  const encoder = tfidf({ minDf: 1 });
  await encoder.fit(["aa bb cc", "cc aa", "dd bb bb"]);
  await fc.assert(
    fc.asyncProperty(text, async (words) => {
      const length = Math.hypot(...(await encoder.encode([words.join(" ")])));
      expect(length).toBeCloseTo(words.some((word) => word !== "ee") ? 1 : 0, 6);
    }),
  );
});

test("tfidf encodes a text alone as it does in a batch", async () => {
  const texts = ["red blue", "blue green blue", "green"];
  const encoder = tfidf({ minDf: 1 });
  await encoder.fit(texts);
  const alone = await Promise.all(texts.map((text) => encoder.encode([text])));
  expect(await encoder.encode(texts)).toEqual(Float32Array.from(alone.flatMap((row) => [...row])));
});

test("the id of tfidf says every option, given or not", () => {
  expect(tfidf({ minDf: 2 }).id).toBe(tfidf().id);
  expect(tfidf({ maxFeatures: 9, minDf: 3 }).id).toBe(tfidf({ minDf: 3, maxFeatures: 9 }).id);
  expect(tfidf({ minDf: 3 }).id).toBe(
    'tf-idf({"ngramRange":[1,2],"minDf":3,"maxDf":1,"sublinearTf":true,"smoothIdf":true,"norm":"l2",' +
      '"lowercase":true,"stopWords":null,"maxFeatures":null,"selection":"document-frequency"})',
  );
});

test("tfidf names what it can't be fitted on", async () => {
  const fit = async (texts: readonly unknown[], options = {}) =>
    tfidf(options).fit(texts as readonly string[]);
  await expect(fit([])).rejects.toThrow("tfidf: nothing to fit on, got no texts");
  await expect(fit(["a text", 7])).rejects.toThrow("input 1 is of type number; expected a string");
  await expect(fit(["", "a b c", "?!"])).rejects.toThrow("no text has a word of two letters");
  await expect(fit(["the", "of"], { stopWords: "english" })).rejects.toThrow("no text has a word");
  await expect(fit(["red", "blue"])).rejects.toThrow(
    "none of 2 terms occurs in at least 2 (minDf 2) and at most 2 (maxDf 1) of 2 texts",
  );
  await expect(fit(["red", "red"], { maxFeatures: 1, selection: "chi2" })).rejects.toThrow(
    'selection "chi2" needs labels in fit',
  );
});

test("tfidf can't encode before fit, after dispose, or what is no text", async () => {
  const encoder = tfidf({ minDf: 1 });
  await expect(encoder.encode(["red"])).rejects.toThrow("tfidf: call fit first");
  expect(() => encoder.dimension).toThrow("tfidf: call fit first");
  await encoder.fit(["red"]);
  await expect(encoder.encode([null as never])).rejects.toThrow("input 0 is of type object");
  encoder.dispose();
  await expect(encoder.encode(["red"])).rejects.toThrow("tfidf: call fit first");
});

test("tfidf refuses options by name", () => {
  expect(() => tfidf({ minDF: 2 } as never)).toThrow(/^tfidf: .*"minDF"/);
  expect(() => tfidf({ minDf: 1.5 })).toThrow(/integer.* or a share[\s\S]*at minDf/);
  expect(() => tfidf({ ngramRange: [2, 1] })).toThrow(/shortest at most longest[\s\S]*ngramRange/);
  expect(() => tfidf({ selection: "chi2" })).toThrow(/give maxFeatures too/);
});

test("tfidf refuses a text without an array", async () => {
  const encoder = tfidf({ minDf: 1 });
  const error = new TypeError("tfidf: got a string; expected an array of strings");
  await expect(encoder.fit("abc" as never)).rejects.toThrow(error);
  await encoder.fit(["abc"]);
  await expect(encoder.encode("abc" as never)).rejects.toThrow(error);
});
