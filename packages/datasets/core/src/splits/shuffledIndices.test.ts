import { mersenne } from "pure-rand/generator/mersenne";
import { expect, test } from "vitest";
import { shuffledIndices } from "./shuffledIndices.js";

test("shuffledIndices(3, …) gives each of the six orders about equally often", () => {
  const generator = mersenne(1);
  const times = new Map<string, number>();
  for (let draw = 0; draw < 6000; draw++) {
    const order = shuffledIndices(3, generator).join("");
    times.set(order, (times.get(order) ?? 0) + 1);
  }
  expect([...times.keys()].sort()).toEqual(["012", "021", "102", "120", "201", "210"]);
  // 1,000 expected, with a standard deviation of 29; five of them.
  for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(145);
});
