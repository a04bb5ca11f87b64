import type { z } from "zod";
import type { Finding } from "./Check.js";

/** Nothing need be said, and nothing unknown may be. */
export function checkOptions(options: z.ZodType): Finding {
  const defaults = options.safeParse({});
  if (!defaults.success) {
    const keys = defaults.error.issues.map(({ path }) => path.join(".")).join(", ");
    return { passed: false, detail: `these options have no default: ${keys}` };
  }
  if (options.safeParse({ "no such option": 0 }).success) {
    return { passed: false, detail: "an unknown option is accepted: use z.strictObject" };
  }
  return { passed: true, detail: `defaults ${JSON.stringify(defaults.data)}` };
}
