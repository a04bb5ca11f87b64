import { z } from "zod";

/**
 * Options with their defaults filled in, by a schema that turns them into something else (a factory); as given where
 * the schema does not tell its options.
 */
export function withDefaults(schema: z.ZodType, given: object): Readonly<Record<string, unknown>> {
  const options = schema instanceof z.ZodPipe ? z.safeParse(schema.in, given).data : undefined;
  return { ...given, ...(options as object | undefined) };
}
