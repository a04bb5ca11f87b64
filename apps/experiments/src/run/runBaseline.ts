import { performance } from "node:perf_hooks";
import { baselineByName } from "@sigf1/baselines";
import type { CorruptionSettings } from "../config/experimentSchema.js";
import { corruptPart } from "./corruption/corruptPart.js";
import type { EncodedPart } from "./encodeParts.js";
import { evaluate } from "./evaluate.js";
import type { RunContext } from "./RunContext.js";
import type { RunOutcome } from "./RunOutcome.js";

/** Fits a trivial predictor on the training labels, and evaluates it under every decision rule. */
export async function runBaseline(
  name: string,
  seed: number,
  corruption: CorruptionSettings,
  { parts, decisions, observer }: RunContext,
): Promise<RunOutcome> {
  const start = performance.now();
  observer({ event: "run-begin", loss: name, seed, epochs: 0 });
  const fitted = baselineByName(name, { seed }).fit(
    corruptPart(parts.train, corruption, seed).labels,
  );
  const score = ({ labels }: EncodedPart) => ({ scores: fitted.scores(labels.rows), labels });
  const [validation, test] = [score(parts.validation), score(parts.test)];
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
