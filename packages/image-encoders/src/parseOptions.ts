import type { z } from "zod";

/**
 * Options with their defaults.
 * @throws TypeError in one line that names the encoder and each key that is wrong
 */
export function parseOptions<T>(encoder: string, schema: z.ZodType<T>, options: unknown): T {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) =>
    [path.join("."), message].filter(Boolean).join(": "),
  );
  throw new TypeError(`${encoder}: ${issues.join("; ")}`);
}
