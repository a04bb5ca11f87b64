import { expect, it } from "vitest";
import { z } from "zod";
import { withDefaults } from "./withDefaults.js";

it("fills in the defaults of the options that a schema transforms", () => {
  const schema = z.strictObject({ width: z.int().default(64) }).transform(() => () => "made");
  expect(withDefaults(schema, {})).toEqual({ width: 64 });
  expect(withDefaults(schema, { width: 3 })).toEqual({ width: 3 });
});

it("gives the options as they are where the schema does not tell its own", () => {
  expect(withDefaults(z.any(), { a: 1 })).toEqual({ a: 1 });
});
