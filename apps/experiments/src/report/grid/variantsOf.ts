import { z } from "zod";
import type { GridPoint } from "../../config/GridPoint.js";
import type { Results } from "../../results/Results.js";

const values = z.record(z.string(), z.unknown());
const variant = z.object({ name: z.string(), base: z.string(), grid: values, fileValues: values });

/** Where each variant lies in the grid, by its name; empty for an experiment without a grid. */
export function variantsOf({ settings }: Results): ReadonlyMap<string, GridPoint> {
  const losses: readonly unknown[] = Array.isArray(settings.losses) ? settings.losses : [];
  const variants = losses.map((loss) => variant.safeParse(loss).data);
  return new Map(
    variants.filter((found) => found !== undefined).map(({ name, ...point }) => [name, point]),
  );
}
