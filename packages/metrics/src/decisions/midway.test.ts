import { expect, it } from "vitest";
import { midway } from "./midway.js";

it("midway lies between two scores, and is the upper one where 32-bit floats leave no room", () => {
  expect(midway(0.25, 0.75)).toBe(0.5);
  expect(midway(0.5, 0.5 + 2 ** -24)).toBe(0.5 + 2 ** -24);
  expect(midway(0, 0)).toBe(0);
});
