import { expect, test } from "vitest";
import { bandOver } from "./bandOver.js";

test("bandOver gives mean, lowest and highest at each x, in the order of x", () => {
  const band = bandOver([
    [
      { x: 2, y: 5 },
      { x: 1, y: 1 },
    ],
    [
      { x: 1, y: 2 },
      { x: 2, y: 7 },
    ],
  ]);
  expect(band).toEqual([
    { x: 1, mean: 1.5, low: 1, high: 2 },
    { x: 2, mean: 6, low: 5, high: 7 },
  ]);
});

test("bandOver ends where more than half of the curves have ended", () => {
  const curve = (length: number) => Array.from({ length }, (_, x) => ({ x, y: x }));
  expect(bandOver([curve(2), curve(4), curve(5)]).map(({ x }) => x)).toEqual([0, 1, 2, 3]);
});

test("bandOver leaves out points that are not finite", () => {
  const band = bandOver([[{ x: 0, y: Number.NaN }], [{ x: 0, y: 3 }]]);
  expect(band).toEqual([{ x: 0, mean: 3, low: 3, high: 3 }]);
});
