import { performance } from "node:perf_hooks";
import type { ScoreMatrix } from "@sigf1/metrics";
import { predict } from "@sigf1/training";
import { tensor2d, tidy } from "@tensorflow/tfjs-core";
import type { LossPlan } from "../config/LossPlan.js";
import { corruptPart } from "./corruption/corruptPart.js";
import { evaluate } from "./evaluate.js";
import { fitHead } from "./fitHead.js";
import { posteriorDiagnostics } from "./posteriorDiagnostics.js";
import type { RunContext } from "./RunContext.js";
import type { RunOutcome } from "./RunOutcome.js";
import type { ScoredPart } from "./ScoredPart.js";
import { searchSettings } from "./search/searchSettings.js";
import { storeHead } from "./storeHead.js";

/**
 * Trains a head with one loss and one seed, with the settings of the plan or with the best that its search finds, and
 * evaluates it under every decision rule.
 */
export async function trainLoss(
  plan: LossPlan,
  seed: number,
  compiled: boolean,
  context: RunContext,
): Promise<RunOutcome> {
  const { parts, decisions, countHeads, journal, observer, signal } = context;
  const run = { loss: plan.name, seed };
  const trained = corruptPart(parts.train, plan.corruption, seed);
  const { epochs } = plan.training;
  const trials = plan.search && { trials: plan.search.budget };
  observer({ event: "run-begin", ...run, epochs, ...trials });
  const options = { seed, compiled, trained, journal };
  const searched =
    plan.search && (await searchSettings({ ...options, plan }, plan.search, context));
  const chosen = searched?.plan ?? plan;
  const fitted = await fitHead(
    searched === undefined
      ? { ...options, plan }
      : { ...options, journal: undefined, plan: chosen, resume: searched.checkpoint },
    context,
  );
  const { head, loss, history, bestEpoch, settings } = fitted;
  const trainingEnd = performance.now();
  try {
    const counted = await countHeads?.predict(chosen, { ...settings, head }, parts);
    const scored = async (part: "validation" | "test"): Promise<ScoredPart> => {
      const { features, labels } = parts[part];
      const logits = await predict(head, features);
      const tensor = tidy(() => loss.scores(tensor2d(logits.data, [logits.rows, logits.cols])));
      const scores: ScoreMatrix = { ...logits, data: await tensor.data<"float32">() };
      tensor.dispose();
      return { scores, labels, ...(counted && { counts: counted[part] }) };
    };
    const test = await scored("test");
    const model = await storeHead(head, loss, bestEpoch, counted?.tensors);
    const validation = await scored("validation");
    const diagnostics = await posteriorDiagnostics(
      loss,
      head,
      trained,
      chosen.training.batchSize,
      signal,
    );
    const record = {
      ...run,
      ...evaluate(run, validation, test, decisions),
      history,
      warnings: fitted.warnings,
      ...(diagnostics && { diagnostics }),
      ...(searched && { search: searched.record }),
      seconds: (searched?.seconds ?? fitted.seconds) + (performance.now() - trainingEnd) / 1000,
    };
    return { record, model, predictions: { validation, test } };
  } finally {
    fitted.dispose();
  }
}
