import { expect, test } from "vitest";
import { mapAhead } from "./mapAhead.js";

async function* numbers(n: number): AsyncGenerator<number> {
  for (let i = 0; i < n; i++) yield i;
}

test("mapAhead gives results in the stream's order, whichever comes first, and runs at most `ahead` at a time", async () => {
  let running = 0;
  let most = 0;
  const results: number[] = [];
  const turns = async (n: number) => {
    for (let turn = 0; turn < n; turn++) await Promise.resolve();
  };
  const mapped = mapAhead(numbers(20), 4, async (n) => {
    most = Math.max(most, ++running);
    await turns((n * 7) % 11);
    running--;
    return n * n;
  });
  for await (const result of mapped) results.push(result);
  expect(results).toEqual(Array.from({ length: 20 }, (_, n) => n * n));
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(4);
});

test("mapAhead throws a failed result in its turn", async () => {
  const results: number[] = [];
  const read = async () => {
    const mapped = mapAhead(numbers(6), 3, async (n) => {
      if (n === 2) throw new Error("two");
      return n;
    });
    for await (const result of mapped) results.push(result);
  };
  await expect(read()).rejects.toThrow("two");
  expect(results).toEqual([0, 1]);
});
