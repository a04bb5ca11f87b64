import { isDeepStrictEqual } from "node:util";
import { z } from "zod";

type Schema = z.core.JSONSchema.JSONSchema;

/** For each option a value that the schema takes and that makes a difference; undefined where none was found. */
export function otherOptions<Options>(
  schema: z.ZodType<Options>,
  given: Partial<Options> = {},
): ReadonlyMap<string, unknown> {
  const { properties = {} } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const options = schema.parse(given);
  return new Map(
    Object.entries(properties).map(([key, property]) => {
      const other = candidates(property).find((value) => {
        const { data } = schema.safeParse({ ...given, [key]: value });
        return data !== undefined && !isDeepStrictEqual(data, options);
      });
      return [key, other];
    }),
  );
}

function candidates(schema: Schema | boolean): unknown[] {
  if (typeof schema === "boolean") return [];
  const { minimum = 0, maximum = 1 } = schema;
  const numbers = [minimum, minimum + 1, maximum, maximum / 2, 0.5, 2, 10, 100];
  return [
    ...(schema.enum ?? []),
    ...(schema.anyOf ?? []).flatMap(candidates),
    ...("const" in schema ? [schema.const] : []),
    ...(schema.type === "boolean" ? [true, false] : []),
    ...(schema.type === "integer" || schema.type === "number" ? numbers : []),
    ...(schema.type === "string" ? ["other", "another"] : []),
  ];
}
