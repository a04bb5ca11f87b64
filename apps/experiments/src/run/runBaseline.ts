import { performance } from "node:perf_hooks";
import { baselineByName } from "@sigf1/baselines";
import type { CorruptionSettings } from "../config/experimentSchema.js";
import { corruptPart } from "./corruption/corruptPart.js";
import { evaluate, evaluateThresholds } from "./evaluate.js";
import type { RunContext } from "./RunContext.js";
import type { RunOutcome } from "./RunFolders.js";

/** Fits a trivial predictor on the training labels, and evaluates it under every decision rule. */
export async function runBaseline(
  name: string,
  seed: number,
  corruption: CorruptionSettings,
  { parts: { train, validation, test }, decisions }: RunContext,
): Promise<RunOutcome> {
  const start = performance.now();
  const fitted = baselineByName(name, { seed }).fit(corruptPart(train, corruption, seed).labels);
  const score = ({ labels }: typeof test) => ({ scores: fitted.scores(labels.rows), labels });
  const record = {
    loss: name,
    seed,
    rows: evaluate({ loss: name, seed }, score(validation), score(test), decisions),
    history: [],
    curve: evaluateThresholds(score(test)),
    warnings: [],
    seconds: (performance.now() - start) / 1000,
  };
  return { record };
}
