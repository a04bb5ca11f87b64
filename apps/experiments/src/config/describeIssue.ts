import type { z } from "zod";

/** Kinds of values as a file's reader calls them. */
const kinds: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  int: "a whole number",
  null: "nothing",
  number: "a number",
  object: "a mapping",
  record: "a mapping",
  string: "text",
};

/** What a schema finds wrong with a value, in words of the file; a schema's own sentence stays. */
export function describeIssue(issue: z.core.$ZodIssue): string {
  const { message } = issue;
  if (issue.code === "invalid_type" && message.startsWith("Invalid input: expected ")) {
    const received = / received (\w+)$/.exec(message)?.[1] ?? "something else";
    if (received === "undefined") return "missing";
    const kind = (name: string) => kinds[name] ?? name;
    return `expected ${kind(issue.expected)}, found ${kind(received)}`;
  }
  if (issue.code === "too_small" && message.startsWith("Too small: ")) {
    return `must ${bound(issue.origin, issue.minimum, issue.inclusive === false ? "above" : "at least")}`;
  }
  if (issue.code === "too_big" && message.startsWith("Too big: ")) {
    return `must ${bound(issue.origin, issue.maximum, issue.inclusive === false ? "below" : "at most")}`;
  }
  if (issue.code === "invalid_value" && message.startsWith("Invalid ")) {
    return `expected ${issue.values.length > 1 ? "one of " : ""}${issue.values.map(String).join(", ")}`;
  }
  return message.replace(/^Invalid input: /, "");
}

function bound(origin: string, limit: number | bigint, side: string): string {
  if (origin === "array") return `have ${side} ${limit} ${limit === 1 ? "entry" : "entries"}`;
  if (origin === "string") return limit === 1 ? "not be empty" : `have ${side} ${limit} characters`;
  return `be ${side} ${limit}`;
}
