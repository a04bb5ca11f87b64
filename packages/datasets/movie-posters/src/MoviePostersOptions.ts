import { z } from "zod";

export interface MoviePostersOptions {
  /**
   * Genres held by fewer posters are taken off; posters left without a genre are dropped. Default: 1, every genre.
   * The sigmoidF1 paper kept the genres of at least 1,000 posters.
   */
  readonly minCount: number;
  /** What becomes of a row that cannot be right: the reading fails, or the row is left out and counted. Default: "error". */
  readonly malformed: "error" | "skip";
}

export const moviePostersOptions: z.ZodType<MoviePostersOptions> = z.strictObject({
  minCount: z.int().positive().default(1),
  malformed: z.enum(["error", "skip"]).default("error"),
});
