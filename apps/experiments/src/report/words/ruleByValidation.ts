import type { Results } from "../../results/Results.js";
import { meanOf } from "../statistics/meanOf.js";
import { trivialBaselines } from "../statistics/trivialBaselines.js";

/**
 * The decision rule with the highest mean `exampleF1` on the validation part, over all losses and seeds: one rule to
 * compare losses by, which no single loss has chosen. The first of equals; undefined without rows of a loss.
 */
export function ruleByValidation({ rows }: Results): string | undefined {
  const values = new Map<string, number[]>();
  for (const { loss, decision, validation } of rows) {
    if (trivialBaselines.includes(loss)) continue;
    values.set(decision, [...(values.get(decision) ?? []), validation.exampleF1]);
  }
  const means = [...values].map(([decision, all]) => ({ decision, mean: meanOf(all) }));
  return means.sort((a, b) => b.mean - a.mean)[0]?.decision;
}
