import { z } from "zod";
import type { Dataset, Source } from "../Dataset.js";
import { DatasetError } from "../DatasetError.js";
import { describeIssues } from "../describeIssues.js";

const digest = z.string().regex(/^[0-9a-f]{64}$/, "expected 64 lower-case hex digits");
const text = z.string().trim().min(1);

const sourceSchema = z
  .strictObject({
    filename: z
      .string()
      .regex(/^[^/\\]+$/, "expected a plain file name")
      .regex(/[^.]/),
    kind: z.enum(["file", "folder"]).optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
    obtain: text.optional(),
    path: text.optional(),
    sha256: digest.optional(),
    contentDigest: digest.optional(),
    contentFolders: z.array(text).min(1).optional(),
    bytes: z.int().positive().optional(),
  })
  .refine(({ url, obtain }) => url !== undefined || obtain !== undefined, "needs a url, or obtain")
  .refine(
    ({ kind, url, sha256, contentDigest, bytes }) =>
      kind !== "folder" ||
      [url, sha256, contentDigest, bytes].every((field) => field === undefined),
    "a folder has no url, digest or size",
  );

export const sourcesSchema = z
  .array(sourceSchema)
  .refine(
    (sources) => new Set(sources.map(({ filename }) => filename)).size === sources.length,
    "two sources have the same filename",
  );

/**
 * The sources of a dataset under some options.
 *
 * @throws DatasetError naming each wrong field of what a function of the options gave.
 */
export function sourcesOf<Options>(
  { id, sources }: Pick<Dataset<unknown, Options>, "id" | "sources">,
  options: Options,
): readonly Source[] {
  if (typeof sources !== "function") return sources;
  const given = sources(options);
  const { error } = sourcesSchema.safeParse(given);
  if (!error) return given;
  throw new DatasetError(`the sources of dataset "${id}" are wrong: ${describeIssues(error)}`);
}
