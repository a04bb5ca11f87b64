import { existsSync } from "node:fs";
import { isAbsolute } from "node:path";
import { z } from "zod";
import type { Modality } from "../Dataset.js";
import { describeIssues } from "../describeIssues.js";

const path = z
  .string()
  .refine((file) => isAbsolute(file), "expected an absolute path")
  .refine((file) => existsSync(file), "nothing is there");

const schemas: Readonly<Record<Modality, z.ZodType>> = {
  text: z.string(),
  features: z
    .instanceof(Float32Array, { error: "expected a Float32Array" })
    .refine((features) => features.every(Number.isFinite), "expected finite numbers"),
  image: path,
  video: z
    .strictObject({
      youtubeId: z.string().min(1),
      start: z.number().nonnegative(),
      end: z.number(),
      clip: path.optional(),
    })
    .refine(({ start, end }) => start < end, "expected start before end"),
};

/** What is wrong with an input of this modality; undefined where nothing is. */
export function inputFault(modality: Modality, input: unknown): string | undefined {
  const { error } = schemas[modality].safeParse(input);
  return error && `its ${modality} input: ${describeIssues(error).replace(/^: /, "")}`;
}
