import { performance } from "node:perf_hooks";
import { multilabelReport, type ScoreMatrix } from "@sigf1/metrics";
import { predict, train, type ValidationMetric } from "@sigf1/training";
import { tensor2d, tidy } from "@tensorflow/tfjs-core";
import type { LossPlan } from "../config/LossPlan.js";
import { corruptPart } from "./corruption/corruptPart.js";
import { createHead } from "./createHead.js";
import { epochRecord } from "./epochRecord.js";
import { evaluate } from "./evaluate.js";
import { loadCompiledStep } from "./loadCompiledStep.js";
import { posteriorDiagnostics } from "./posteriorDiagnostics.js";
import type { RunContext } from "./RunContext.js";
import type { RunOutcome } from "./RunOutcome.js";
import type { ScoredPart } from "./ScoredPart.js";
import { storeHead } from "./storeHead.js";

/** Trains a head with one loss and one seed, and evaluates it under every decision rule. */
export async function trainLoss(
  plan: LossPlan,
  seed: number,
  compiled: boolean,
  { parts, classes, decisions, countHeads, journal, observer, signal }: RunContext,
): Promise<RunOutcome> {
  const start = performance.now();
  const { epochs, batchSize, patience } = plan.training;
  const { use, learningRate, momentum } = plan.optimizer;
  const inputs = parts.train.features.cols;
  const trained = corruptPart(parts.train, plan.corruption, seed);
  const head = await createHead(plan.head, { inputs, outputs: classes.length, seed });
  const loss = plan.create(seed);
  const run = { loss: plan.name, seed };
  const before = await journal?.resume();
  const seconds = () => (before?.seconds ?? 0) + (performance.now() - start) / 1000;
  const warnings = [...(before?.warnings ?? [])];
  const onWarning = (text: string) => {
    if (warnings.includes(text)) return; // where the run goes on
    warnings.push(text);
    observer({ event: "warning", text });
  };
  const done = before?.training.history.length ?? 0;
  observer({ event: "run-begin", ...run, epochs, epoch: done });
  try {
    const settings = {
      optimizer:
        use === "adam"
          ? { name: use, learningRate }
          : { name: use, learningRate, ...(momentum === undefined ? {} : { momentum }) },
      train: trained,
      validation: parts.validation,
      epochs,
      batchSize,
      patience,
      seed,
      ...(compiled && { step: await loadCompiledStep(onWarning) }),
      ...(signal === undefined ? {} : { signal }),
    };
    const { history, bestEpoch } = await train({
      ...settings,
      head,
      loss,
      metric: validationMetric(plan),
      classes,
      onWarning,
      ...(before && { resume: before.training }),
      onEpoch: async (trained, checkpoint) => {
        const record = epochRecord(trained);
        const { epoch, loss: trainingLoss, validation } = record;
        observer({ event: "epoch", ...run, epoch, trainingLoss, validation });
        await journal?.note(record, async () => ({
          training: await checkpoint(),
          warnings,
          seconds: seconds(),
        }));
      },
    });
    const counted = await countHeads?.predict(plan, { ...settings, head }, parts);
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
    const diagnostics = await posteriorDiagnostics(loss, head, trained, batchSize, signal);
    const record = {
      ...run,
      ...evaluate(run, validation, test, decisions),
      history: history.map(epochRecord),
      warnings,
      ...(diagnostics && { diagnostics }),
      seconds: seconds(),
    };
    return { record, model, predictions: { validation, test } };
  } finally {
    loss.dispose?.();
    head.dispose();
  }
}

/** The figure that early stopping watches, by the rule fitted on the same validation scores. */
function validationMetric({ training, validationRule }: LossPlan): ValidationMetric {
  return (labels, scores) =>
    multilabelReport(labels, validationRule.fit(scores, labels).decide(scores))[training.metric];
}
