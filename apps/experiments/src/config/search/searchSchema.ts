import { z } from "zod";
import { watchedMetric } from "../watchedMetric.js";

const range = z
  .strictObject({
    min: z.number(),
    max: z.number(),
    scale: z.enum(["linear", "log"]).default("linear"),
    /** Whether only whole numbers are drawn. */
    integer: z.boolean().default(false),
  })
  .refine(({ min, max }) => min <= max, { message: "must not be above max", path: ["min"] })
  .refine(({ min, scale }) => scale === "linear" || min > 0, {
    message: "must be above 0 on a log scale",
    path: ["min"],
  });

/** One dimension of a search space: a list of values, or a range. */
const dimension = z.union(
  [z.array(z.json()).min(1), range],
  "takes a list of values, or { min, max, scale, integer } with numbers",
);

/** `search` of a file or of a loss, before a loss's own is laid over the file's. */
export const searchSchema = z.strictObject({
  use: z.enum(["random", "successive-halving"]).optional(),
  budget: z.int().positive().optional(),
  /** What the trials are compared by and early stopping watches, over `training.metric` and `training.decision`. */
  metric: watchedMetric.optional(),
  decision: z.string().optional(),
  reduction: z.number().gt(1).optional(),
  minEpochs: z.int().positive().optional(),
  seed: z.int32().nonnegative().optional(),
  space: z
    .record(z.string(), dimension)
    .refine((space) => Object.keys(space).length > 0, "takes at least one path with its values")
    .optional(),
});

export type SearchSettings = z.infer<typeof searchSchema>;
