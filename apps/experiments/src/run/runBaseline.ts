import { performance } from "node:perf_hooks";
import { countRegression } from "@sigf1/baselines";
import type { ScoreMatrix } from "@sigf1/metrics";
import type { Features } from "@sigf1/training";
import type { BaselinePlan } from "../config/BaselinePlan.js";
import type { CorruptionSettings } from "../config/experimentSchema.js";
import { corruptPart } from "./corruption/corruptPart.js";
import type { EncodedPart } from "./encodeParts.js";
import { evaluate } from "./evaluate.js";
import { featuresInMemory } from "./featuresInMemory.js";
import type { RunContext } from "./RunContext.js";
import type { RunOutcome } from "./RunOutcome.js";
import type { ScoredPart } from "./ScoredPart.js";

/**
 * Fits a baseline on the training part, and evaluates it under every decision rule. For the rule `count`, a count
 * regression on the same features predicts the numbers of labels; a trivial baseline, which has no features, leaves them
 * to the rule.
 */
export async function runBaseline(
  { name, trivial, create }: BaselinePlan,
  seed: number,
  corruption: CorruptionSettings,
  { parts, decisions, observer, signal }: RunContext,
): Promise<RunOutcome> {
  const start = performance.now();
  observer({ event: "run-begin", loss: name, seed, epochs: 0 });
  const seen = (features: Features): ScoreMatrix =>
    trivial
      ? { rows: features.rows, cols: 0, data: new Float32Array() }
      : featuresInMemory(features, name);
  const { features, labels } = corruptPart(parts.train, corruption, seed);
  const training = seen(features);
  const fitted = await create(seed).fit(training, labels, { signal });
  const counting =
    !trivial && decisions.some((rule) => rule.name === "count")
      ? await countRegression().fit(training, labels, { signal })
      : undefined;
  const scored = async ({ features, labels }: EncodedPart): Promise<ScoredPart> => {
    const matrix = seen(features);
    const scores = await fitted.scores(matrix, { signal });
    const counts = await counting?.predict(matrix, { signal });
    return { scores, labels, ...(counts && { counts }) };
  };
  const validation = await scored(parts.validation);
  const test = await scored(parts.test);
  const record = {
    loss: name,
    seed,
    ...evaluate({ loss: name, seed }, validation, test, decisions),
    history: [],
    warnings: [],
    seconds: (performance.now() - start) / 1000,
  };
  return { record, predictions: { validation, test } };
}
