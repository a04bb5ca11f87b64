import type { HeadSettings } from "./experimentSchema.js";

/** What each kind of head takes besides `use`. */
export const headKeys = {
  mlp: ["hidden", "embedding", "dropout", "inputDropout", "l2"],
  cnn: ["width", "height", "filters", "dropout", "l2"],
} as const satisfies Record<string, readonly (keyof HeadSettings)[]>;

/** The first setting of a head that belongs to the other kind of head and says something. */
export function foreignHeadKey(head: HeadSettings): keyof HeadSettings | undefined {
  if (head.use === "cnn") {
    if (head.hidden.length > 0) return "hidden";
    if (head.embedding !== undefined) return "embedding";
    return head.inputDropout > 0 ? "inputDropout" : undefined;
  }
  return (["width", "height", "filters"] as const).find((key) => head[key] !== undefined);
}
