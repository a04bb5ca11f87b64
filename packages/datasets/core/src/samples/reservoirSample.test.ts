import fc from "fast-check";
import { expect, test } from "vitest";
import { reservoirSample } from "./reservoirSample.js";

async function* upTo(n: number): AsyncGenerator<number> {
  for (let i = 0; i < n; i++) yield i;
}

async function sample(n: number, size: number, seed: number): Promise<number[]> {
  const items: number[] = [];
  for await (const item of reservoirSample(upTo(n), size, seed)) items.push(item);
  return items;
}

test("reservoirSample gives min(n, size) different items in the stream's order, the same for the same seed", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(200),
      fc.integer({ min: 1, max: 60 }),
      fc.nat(),
      async (n, size, seed) => {
        const items = await sample(n, size, seed);
        expect(items).toHaveLength(Math.min(n, size));
        expect(items).toEqual([...new Set(items)].sort((a, b) => a - b));
        expect(await sample(n, size, seed)).toEqual(items);
      },
    ),
  );
});

test("reservoirSample gives a stream of at most `size` items whole", async () => {
  expect(await sample(5, 5, 1)).toEqual([0, 1, 2, 3, 4]);
  expect(await sample(0, 5, 1)).toEqual([]);
});

test("reservoirSample takes every item equally often over the seeds", async () => {
  const seeds = 4000;
  const counts = new Array<number>(20).fill(0);
  for (let seed = 0; seed < seeds; seed++) {
    for (const item of await sample(20, 5, seed)) counts[item] = (counts[item] ?? 0) + 1;
  }
  // Each count is binomial with mean 1000 and standard deviation 27.4.
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(5 * 27.4);
});

test.each([0, -1, 1.5, Number.NaN])("reservoirSample refuses the size %s", async (size) => {
  await expect(sample(3, size, 0)).rejects.toThrow(RangeError);
});
