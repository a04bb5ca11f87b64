import { z } from "zod";
import type { Dataset, DatasetDefinition } from "./Dataset.js";
import { DatasetError } from "./DatasetError.js";
import { describeIssues } from "./describeIssues.js";
import { sourcesSchema } from "./sources/sourcesOf.js";

const text = z.string().trim().min(1);
const isFunction = (value: unknown) => typeof value === "function";

const definitionSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected kebab-case, for example movie-posters"),
  version: z.int().positive(),
  title: text,
  modality: z.enum(["features", "text", "image", "video"]),
  citation: text,
  license: text,
  homepage: z.url(),
  // What a function gives is checked when it is called.
  sources: z.preprocess((sources) => (isFunction(sources) ? [] : sources), sourcesSchema),
  options: z
    .instanceof(z.ZodType)
    .refine((options) => options.safeParse({}).success, "every option needs a default")
    .refine(
      (options) => !options.safeParse({ "no such option": 0 }).success,
      "unknown options must be refused: use z.strictObject",
    ),
  labels: z.custom(isFunction, "expected a function").optional(),
  splits: z
    .record(z.string(), z.object({ ids: z.custom(isFunction, "expected a function") }))
    .optional(),
  statistics: z.custom(isFunction, "expected a function").optional(),
  examples: z.custom(isFunction, "expected a function"),
});

/**
 * Checks a dataset's definition and freezes it. Nothing is read or fetched.
 *
 * @throws DatasetError naming the dataset and each wrong field.
 */
export function defineDataset<Input, Options>(
  definition: DatasetDefinition<Input, Options>,
): Dataset<Input, Options> {
  const { error } = definitionSchema.safeParse(definition);
  if (error) {
    throw new DatasetError(
      `the definition of dataset "${definition.id}" is wrong: ${describeIssues(error)}`,
    );
  }
  return Object.freeze({ ...definition });
}
