import { z } from "zod";

export interface DiagnosisCodesOptions {
  /**
   * "leaf": the codes that coders assigned; "augmented": these and all their ancestors in the ICD-9 tree, its root left
   * out. Default: "leaf".
   */
  readonly codes: "leaf" | "augmented";
  /** Codes held by fewer summaries are taken off; summaries left without a code are dropped. Default: 1, every code. */
  readonly minCount: number;
  /** What becomes of a line that is no summary: the reading fails, or the line is left out and counted. Default: "error". */
  readonly malformed: "error" | "skip";
}

export const diagnosisCodesOptions: z.ZodType<DiagnosisCodesOptions> = z.strictObject({
  codes: z.enum(["leaf", "augmented"]).default("leaf"),
  minCount: z.int().positive().default(1),
  malformed: z.enum(["error", "skip"]).default("error"),
});
