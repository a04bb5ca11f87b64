import { expect, test } from "vitest";
import { lsa } from "./lsa.js";

const texts = ["red red blue", "red blue green", "green grey", "grey green blue", "red grey"];
const small = { ngramRange: [1, 1], minDf: 1 } as const;

test("lsa gives texts features of length 1, or 0 where no term is known", async () => {
  const encoder = lsa({ ...small, components: 3 });
  await encoder.fit(texts);
  expect(encoder.dimension).toBe(3);
  const features = await encoder.encode(["red blue", "unknown"]);
  expect(Math.hypot(...features.subarray(0, 3))).toBeCloseTo(1, 6);
  expect([...features.subarray(3)]).toEqual([0, 0, 0]);
});

test("lsa with as many components as terms keeps all inner products of the tf-idf matrix", async () => {
  const encoder = lsa({ ...small, components: 4 });
  await encoder.fit(texts);
  const rows = await encoder.encode([...texts]);
  const row = (i: number) => rows.subarray(i * 4, (i + 1) * 4);
  const product = (a: number, b: number) =>
    row(a).reduce((sum, x, j) => sum + x * (row(b)[j] ?? Number.NaN), 0);
  // tf-idf rows have length 1; "red blue green" and "green grey" share green alone.
  const idf = (df: number) => Math.log(6 / (df + 1)) + 1;
  const [red, blue, green, grey] = [idf(3), idf(3), idf(3), idf(3)];
  const expected = green ** 2 / (Math.hypot(red, blue, green) * Math.hypot(green, grey));
  expect(product(1, 2)).toBeCloseTo(expected, 6);
  for (let i = 0; i < 5; i++) expect(product(i, i)).toBeCloseTo(1, 6);
});

test("lsa gives the same features for the same seed, bit by bit, and names every option in its id", async () => {
  const run = async (seed: number) => {
    const encoder = lsa({ ...small, components: 2, oversampling: 0, iterations: 0, seed });
    await encoder.fit(texts);
    return { id: encoder.id, features: await encoder.encode(texts) };
  };
  const first = await run(1);
  expect(await run(1)).toEqual(first);
  const other = await run(2);
  expect(other.id).not.toBe(first.id);
  expect(other.features).not.toEqual(first.features);
});

test("lsa's further components of texts that have a lower rank are 0", async () => {
  const encoder = lsa({ ...small, components: 2, normalize: false });
  await encoder.fit(["red blue", "red blue", "red blue"]);
  expect(encoder.singularValues[0]).toBeCloseTo(Math.sqrt(3), 12);
  expect(encoder.singularValues[1]).toBe(0);
  expect((await encoder.encode(["red"]))[1]).toBe(0);
});

test("lsa asks for fit, for fewer components than texts, and for options that it knows", async () => {
  expect(() => lsa().dimension).toThrow("lsa: call fit first");
  await expect(lsa().encode(["red"])).rejects.toThrow("lsa: call fit first");
  await expect(lsa({ ...small, components: 5 }).fit(texts)).rejects.toThrow(
    "lsa: 5 texts with 4 terms have no 5 components: lower components",
  );
  expect(() => lsa({ components: 0 })).toThrow(TypeError);
  expect(() => lsa({ rank: 5 } as never)).toThrow("rank");
});
