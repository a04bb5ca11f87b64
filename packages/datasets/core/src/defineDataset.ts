import { z } from "zod";
import type { Dataset, DatasetDefinition } from "./Dataset.js";
import { DatasetError } from "./DatasetError.js";

const digest = z.string().regex(/^[0-9a-f]{64}$/, "expected 64 lower-case hex digits");
const text = z.string().trim().min(1);

const sourceSchema = z.strictObject({
  filename: z
    .string()
    .regex(/^[^/\\]+$/, "expected a plain file name")
    .regex(/[^.]/),
  url: z.url(),
  sha256: digest.optional(),
  contentDigest: digest.optional(),
  contentFolders: z.array(text).min(1).optional(),
  bytes: z.int().positive().optional(),
});

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
  sources: z
    .array(sourceSchema)
    .refine(
      (sources) => new Set(sources.map(({ filename }) => filename)).size === sources.length,
      "two sources have the same filename",
    ),
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
    const issues = error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new DatasetError(
      `the definition of dataset "${definition.id}" is wrong: ${issues.join("; ")}`,
    );
  }
  return Object.freeze({ ...definition });
}
