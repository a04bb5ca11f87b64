import type { ZodError } from "zod";

/** What zod found wrong, in one line: `<path>: <message>; …`. */
export function describeIssues({ issues }: ZodError): string {
  return issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
}
