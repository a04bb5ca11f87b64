import fc from "fast-check";
import { expect, test } from "vitest";
import { golden, tiny } from "./golden.test.fixture.js";
import { transformer } from "./transformer.js";

const texts = golden.map(({ text }) => text);

/** The largest difference of two rows. */
function distance(row: Float32Array, expected: readonly number[]): number {
  expect(row).toHaveLength(expected.length);
  return Math.max(...expected.map((value, j) => Math.abs(value - Number(row[j]))));
}

test.each(["cls", "mean", "max"] as const)(
  "transformer({ pooling: %j }) gives PyTorch's vectors to 1e-4, ragged and too long texts in one batch",
  async (pooling) => {
    const encoder = await transformer({ model: tiny, pooling });
    const features = await encoder.encode(texts);
    golden.forEach((row, i) => {
      const vector = features.subarray(i * 32, (i + 1) * 32);
      expect(distance(vector, row[pooling]), row.text).toBeLessThan(1e-4);
    });
    encoder.dispose();
  },
);

test("transformer() gives a text the same vector in any order, company and size of batch", async () => {
  const encoders = await Promise.all(
    [1, 20, 100, 10_000].map((batchTokens) => transformer({ model: tiny, batchTokens })),
  );
  const some = fc.array(fc.nat(texts.length - 1), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(some, fc.constantFrom(...encoders), async (chosen, encoder) => {
      const features = await encoder.encode(chosen.map((i) => String(texts[i])));
      expect(features).toHaveLength(chosen.length * 32);
      chosen.forEach((i, row) => {
        const expected = golden[i]?.mean ?? [];
        const vector = features.subarray(row * 32, (row + 1) * 32);
        expect(distance(vector, expected)).toBeLessThan(1e-4);
      });
    }),
    { numRuns: 40 },
  );
  for (const encoder of encoders) encoder.dispose();
});

test("transformer({ norm: 'l2' }) gives rows of unit length in the direction of those without", async () => {
  const encoder = await transformer({ model: tiny, norm: "l2" });
  const features = await encoder.encode(texts);
  golden.forEach(({ mean }, i) => {
    const norm = Math.hypot(...mean);
    const unit = mean.map((value) => value / norm);
    expect(distance(features.subarray(i * 32, (i + 1) * 32), unit)).toBeLessThan(1e-4);
  });
  encoder.dispose();
});

test("transformer({ maxLength }) keeps a text's first tokens between its special tokens", async () => {
  const encoder = await transformer({ model: tiny, maxLength: 4 });
  const [long, short] = [
    await encoder.encode(["cell death of a tumour"]),
    await encoder.encode(["Cell death"]),
  ];
  expect(distance(long, [...short])).toBeLessThan(1e-6);
  encoder.dispose();
});

test("transformer() has an id that names every option that changes its features, and the weights", async () => {
  const ids = await Promise.all(
    [
      { model: tiny },
      { model: tiny, pooling: "cls" as const },
      { model: tiny, maxLength: 10 },
      { model: tiny, norm: "l2" as const },
    ].map(async (options) => (await transformer(options)).id),
  );
  expect(new Set(ids).size).toBe(4);
  expect(ids[0]).toMatch(/"digest":"[0-9a-f]{16}"/);
  const same = await transformer({ model: tiny, batchTokens: 7, maxLength: 64 });
  expect(same.id).toBe(ids[0]);
});

test("transformer() knows its dimension before it loads the model", async () => {
  const encoder = await transformer({ model: tiny });
  expect(encoder.dimension).toBe(32);
  encoder.dispose();
});

test("transformer() encodes no texts as no rows", async () => {
  const encoder = await transformer({ model: tiny });
  expect(await encoder.encode([])).toEqual(new Float32Array(0));
});

test("transformer() names the input that is no text", async () => {
  const encoder = await transformer({ model: tiny });
  const inputs = ["a", 3] as unknown as string[];
  await expect(encoder.encode(inputs)).rejects.toThrow(
    new TypeError("transformer: input 1 is of type number; expected a string"),
  );
});

test("transformer() refuses a text without an array, and a folder that it does not know", async () => {
  const encoder = await transformer({ model: tiny });
  await expect(encoder.encode("abc" as never)).rejects.toThrow(
    new TypeError("transformer: got a string; expected an array of strings"),
  );
  await expect(transformer({ model: tiny }, { model: "here" } as never)).rejects.toThrow(
    /^transformer, folders: .*"model"$/,
  );
});

test("transformer() does not encode after dispose", async () => {
  const encoder = await transformer({ model: tiny });
  await encoder.encode(["a"]);
  encoder.dispose();
  await expect(encoder.encode(["a"])).rejects.toThrow("disposed of");
});

test("transformer() refuses a maxLength above the model's positions", async () => {
  await expect(transformer({ model: tiny, maxLength: 65 })).rejects.toThrow(
    new RangeError(`maxLength 65 is above the 64 positions of ${tiny}`),
  );
});

test("transformer() names the option that is wrong", async () => {
  await expect(transformer({ model: tiny, dtype: "q4" as never })).rejects.toThrow(
    /transformer: .*"fp32".*dtype/s,
  );
  await expect(transformer({ model: tiny, poling: "cls" } as never)).rejects.toThrow(/poling/);
});
