import { z } from "zod";
import type { Results } from "../../results/Results.js";
import { trivialBaselines } from "./trivialBaselines.js";

const entry = z.union([z.string(), z.object({ use: z.string(), name: z.string().optional() })]);

/** What the rows of the baselines are called that learn from features. */
export function classicalBaselines({ settings }: Results): ReadonlySet<string> {
  const entries = z.array(entry).safeParse(settings.baselines).data ?? [];
  const names = entries.map((given) =>
    typeof given === "string" ? given : (given.name ?? given.use),
  );
  return new Set(names.filter((name) => !trivialBaselines.includes(name)));
}
