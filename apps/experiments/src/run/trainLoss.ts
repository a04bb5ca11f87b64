import { performance } from "node:perf_hooks";
import { multilabelReport, type ScoreMatrix } from "@sigf1/metrics";
import { predict, train, type ValidationMetric } from "@sigf1/training";
import { tensor2d, tidy } from "@tensorflow/tfjs-core";
import type { LossPlan } from "../config/LossPlan.js";
import { corruptPart } from "./corruption/corruptPart.js";
import { createHead } from "./createHead.js";
import { evaluate, evaluateThresholds } from "./evaluate.js";
import { loadCompiledStep } from "./loadCompiledStep.js";
import { posteriorDiagnostics } from "./posteriorDiagnostics.js";
import type { RunContext } from "./RunContext.js";
import type { RunOutcome } from "./RunFolders.js";
import type { ScoredPart } from "./ScoredPart.js";
import { storeHead } from "./storeHead.js";

/** Trains a head with one loss and one seed, and evaluates it under every decision rule. */
export async function trainLoss(
  plan: LossPlan,
  seed: number,
  compiled: boolean,
  { parts, classes, decisions, countHeads, observer, signal }: RunContext,
): Promise<RunOutcome> {
  const start = performance.now();
  const { epochs, batchSize, patience } = plan.training;
  const { use, learningRate, momentum } = plan.optimizer;
  const inputs = parts.train.features.cols;
  const trained = corruptPart(parts.train, plan.corruption, seed);
  const head = await createHead(plan.head, { inputs, outputs: classes.length, seed });
  const loss = plan.create(seed);
  const warnings: string[] = [];
  const onWarning = (text: string) => {
    warnings.push(text);
    observer.onWarning?.(text);
  };
  observer.onRunBegin?.(plan.name, seed, epochs);
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
      onEpoch: ({ epoch, loss: value, metric = 0 }) => observer.onEpoch?.(epoch, value, metric),
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
      loss: plan.name,
      seed,
      rows: evaluate({ loss: plan.name, seed }, validation, test, decisions),
      history: history.map(({ epoch, loss: value, metric = 0, schedule }) => ({
        epoch,
        loss: value,
        validation: metric,
        ...(schedule && { schedule }),
      })),
      curve: evaluateThresholds(test),
      warnings,
      ...(diagnostics && { diagnostics }),
      seconds: (performance.now() - start) / 1000,
    };
    return { record, model };
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
