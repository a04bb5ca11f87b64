import { engineNames } from "@sigf1/engine";
import { z } from "zod";
import type { Shard } from "../run/Shard.js";
import { ConfigurationError } from "./ConfigurationError.js";
import { nearestName } from "./nearestName.js";
import { readShard } from "./readShard.js";

const folder = z.string("expected the path of a folder").min(1, "expected the path of a folder");
const shares = 'expected a share as in "2/8", or { index, count } with index from 1 to count';
const wholeFrom1 = "expected a whole number from 1";
const wholeFrom0 = z
  .int32("expected a whole number from 0")
  .min(0, "expected a whole number from 0");
const secondsFrom0 = "expected seconds, from 0";

/** A list without repetitions. */
const list = <Item extends z.ZodType>(item: Item, expected: string) =>
  z
    .array(item, expected)
    .min(1, `is empty; ${expected}`)
    .refine((items) => new Set(items).size === items.length, "has an entry twice");

const schema = z.strictObject({
  out: folder.optional(),
  data: folder.optional(),
  models: folder.optional(),
  engine: z
    .enum(["auto", ...engineNames], `expected one of auto, ${engineNames.join(", ")}`)
    .optional(),
  compile: z.boolean("expected true or false").optional(),
  losses: list(z.string("expected a name"), "expected a list of names of losses").optional(),
  seeds: list(wholeFrom0, "expected a list of whole numbers from 0").optional(),
  set: z.array(z.string('expected a text as in "head.l2=0.001"'), "expected a list").optional(),
  jobs: z.int(wholeFrom1).min(1, wholeFrom1).optional(),
  shard: z.custom<Shard | string>(isShare, shares).optional(),
  checkpointEvery: z.number(secondsFrom0).min(0, secondsFrom0).optional(),
  command: z.string("expected a text").optional(),
  observer: z
    .custom<unknown>((value) => typeof value === "function", "expected a function")
    .optional(),
  signal: z.instanceof(AbortSignal, { error: "expected an AbortSignal" }).optional(),
});

function isShare(value: unknown): boolean {
  const named = typeof value === "string" || (typeof value === "object" && value !== null);
  return named && readShard(value as Shard | string) !== undefined;
}

/**
 * Checks the options of a call from a script.
 * @throws ConfigurationError naming the option
 */
export function checkRunOptions(options: object): void {
  const { error } = schema.safeParse(options);
  if (error === undefined) return;
  const known = Object.keys(schema.shape);
  const messages = error.issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") return `${issue.path.join(".")}: ${issue.message}`;
    return issue.keys.map((key) => `unknown option "${key}"; ${nearestName(key, known)}`);
  });
  throw new ConfigurationError(messages.map((message) => `options: ${message}`).join("\n"));
}
