import { expect, it } from "vitest";
import { testTerminal } from "../../testing/testTerminal.test.fixture.js";
import { LiveRegion } from "./LiveRegion.js";

it("keeps what stays above the lines that are drawn anew, and leaves only that", async () => {
  const { stream, text } = testTerminal(20, 5);
  const region = new LiveRegion(stream);
  region.draw("one\n", ["a", "b"]);
  region.draw("", ["a", "c", "d"]);
  region.draw("two\nthree\n", ["e"]);
  expect(await text()).toEqual(["one", "two", "three", "e"]);
  region.draw("", ["f", "g", "h"]); // scrolls
  expect(await text()).toEqual(["one", "two", "three", "f", "g", "h"]);
  region.close("four\n");
  expect(await text()).toEqual(["one", "two", "three", "four"]);
});

it("takes its lines away where a narrower terminal broke them, and where a wider one did not", async () => {
  const { stream, text, resize } = testTerminal(40, 10);
  const region = new LiveRegion(stream);
  region.draw("stays\n", ["x".repeat(39), "y".repeat(25)]);
  await resize(12, 10);
  expect(await text()).toContain(`⏎${"y".repeat(12)}`);
  region.draw("also\n", ["z"]);
  expect(await text()).toEqual(["stays", "also", "z"]);
  await resize(60, 10);
  region.draw("", ["w"]);
  expect(await text()).toEqual(["stays", "also", "w"]);
});
