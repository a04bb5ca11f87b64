import { z } from "zod";

export interface ArxivOptions {
  /** First and last year of the papers that are kept, both included. Default: null, every year. */
  readonly years: readonly [number, number] | null;
  /** The date that `years` looks at: of the first version, or of the latest change of the record. Default: "created". */
  readonly yearOf: "created" | "updated";
  /**
   * Keep the papers with at least one of these categories (`"cs.LG"`) or archives (`"cs"`: every category `cs.…`);
   * the other categories of such a paper stay. Default: null, every paper.
   */
  readonly categories: readonly string[] | null;
  /** Keep at most so many of these papers, drawn at random without replacement. Default: null, all. */
  readonly sample: number | null;
  /** Seed of the sample. Default: 0. */
  readonly seed: number;
  /**
   * Categories held by fewer of the papers drawn are taken off; papers left without a category are dropped.
   * Default: 1, every category.
   */
  readonly minCount: number;
  /** What becomes of a line that is no paper: the reading fails, or the line is left out and counted. Default: "error". */
  readonly malformed: "error" | "skip";
}

const year = z.int().min(1991).max(9999);

export const arxivOptions: z.ZodType<ArxivOptions> = z.strictObject({
  years: z
    .tuple([year, year])
    .refine(([from, to]) => from <= to, "the first year comes after the last")
    .nullable()
    .default(null),
  yearOf: z.enum(["created", "updated"]).default("created"),
  categories: z.array(z.string().trim().min(1)).min(1).nullable().default(null),
  sample: z.int().positive().nullable().default(null),
  seed: z.int().default(0),
  minCount: z.int().positive().default(1),
  malformed: z.enum(["error", "skip"]).default("error"),
});
