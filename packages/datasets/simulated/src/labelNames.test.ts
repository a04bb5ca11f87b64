import { expect, test } from "vitest";
import { labelNames } from "./labelNames.js";

test("labelNames have two digits, more where the last name needs them", () => {
  expect(labelNames(3)).toEqual(["label-00", "label-01", "label-02"]);
  expect(labelNames(100).at(-1)).toBe("label-99");
  expect(labelNames(101).at(-1)).toBe("label-100");
  expect(labelNames(101)[0]).toBe("label-000");
});
