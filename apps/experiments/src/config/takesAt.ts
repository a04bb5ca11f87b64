import type { z } from "zod";

/** Whether a schema of mappings takes a value at a key, whatever it says of the other keys of `mapping`. */
export function takesAt(
  schema: z.ZodType,
  mapping: Readonly<Record<string, unknown>>,
  key: string,
): (value: unknown) => boolean {
  return (value) => {
    const issues = schema.safeParse({ ...mapping, [key]: value }).error?.issues ?? [];
    return !issues.some(
      (issue) =>
        issue.path[0] === key || (issue.code === "unrecognized_keys" && issue.keys.includes(key)),
    );
  };
}
