import { z } from "zod";

/** The categories of tags. */
export const categories = ["action", "scene", "object", "event", "attribute", "concept"] as const;

export type Category = (typeof categories)[number];

export interface HolisticVideoOptions {
  /** Whose labels: of the validation clips, or of the training clips. Default: "validation". */
  readonly part: "validation" | "train";
  /** Tags of one category, or of all six; clips without a tag of the category are dropped. Default: "all". */
  readonly category: "all" | Category;
  /**
   * Whether the user's clips matter: "ignore" gives every labelled clip without a file; "required" gives those that
   * lie in the folder `clips`, and counts the others as left out. Default: "ignore".
   */
  readonly clips: "ignore" | "required";
  /** Tags held by fewer clips are taken off; clips left without a tag are dropped. Default: 1, every tag. */
  readonly minCount: number;
}

export const holisticVideoOptions: z.ZodType<HolisticVideoOptions> = z.strictObject({
  part: z.enum(["validation", "train"]).default("validation"),
  category: z.enum(["all", ...categories]).default("all"),
  clips: z.enum(["ignore", "required"]).default("ignore"),
  minCount: z.int().positive().default(1),
});
