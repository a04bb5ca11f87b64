import { expect, test } from "vitest";
import { blurbSplit } from "./blurbSplit.js";

test("blurbSplit has 1,295 / 186 / 371 PubMed ids, none twice", () => {
  const { train, validation, test: held } = blurbSplit;
  expect([train.length, validation.length, held.length]).toEqual([1295, 186, 371]);
  const all = [...train, ...validation, ...held];
  expect(new Set(all).size).toBe(1852);
  for (const id of all) expect(id).toMatch(/^\d{7,8}$/);
});
