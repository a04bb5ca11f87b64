import { z } from "zod";
import type { Results } from "../../results/Results.js";

const trained = z.object({ training: z.object({ metric: z.string() }) });

/**
 * The validation figures that training watches, each once: a search watches the one that it compares trials by, and a loss
 * may have its own.
 */
export function watchedFigures({
  settings,
  validationMetric,
}: Pick<Results, "settings" | "validationMetric">): readonly string[] {
  const losses: readonly unknown[] = Array.isArray(settings.losses) ? settings.losses : [];
  const metrics = losses.flatMap((loss) => trained.safeParse(loss).data?.training.metric ?? []);
  return metrics.length > 0 ? [...new Set(metrics)] : [validationMetric];
}
