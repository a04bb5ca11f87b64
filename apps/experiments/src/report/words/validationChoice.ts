import type { Results } from "../../results/Results.js";
import { meanOf } from "../statistics/meanOf.js";
import { trivialBaselines } from "../statistics/trivialBaselines.js";

/** The (loss, decision rule) that validation data choose. */
export interface ValidationChoice {
  readonly loss: string;
  readonly decision: string;
  /** Mean `exampleF1` on the validation part, over seeds. */
  readonly validation: number;
}

/**
 * The pair with the highest mean `exampleF1` on the validation part: chosen there, so that its figure on the test part
 * is not the maximum of many. The first of equals; undefined without rows of a loss.
 */
export function validationChoice(results: Results): ValidationChoice | undefined {
  const values = new Map<string, { loss: string; decision: string; seeds: number[] }>();
  for (const { loss, decision, validation } of results.rows) {
    if (trivialBaselines.includes(loss)) continue;
    const key = JSON.stringify([loss, decision]);
    const pair = values.get(key) ?? { loss, decision, seeds: [] };
    pair.seeds.push(validation.exampleF1);
    values.set(key, pair);
  }
  let choice: ValidationChoice | undefined;
  for (const { loss, decision, seeds } of values.values()) {
    const validation = meanOf(seeds);
    if (choice === undefined || validation > choice.validation) {
      choice = { loss, decision, validation };
    }
  }
  return choice;
}
