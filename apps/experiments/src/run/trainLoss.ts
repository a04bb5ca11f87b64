import { performance } from "node:perf_hooks";
import { multilabelReport, type ScoreMatrix } from "@sigf1/metrics";
import { mlpHead, predict, train, type ValidationMetric } from "@sigf1/training";
import { tensor2d, tidy } from "@tensorflow/tfjs-core";
import type { LossPlan } from "../config/LossPlan.js";
import { corruptPart } from "./corruption/corruptPart.js";
import type { EncodedParts } from "./encodeParts.js";
import { evaluate, evaluateThresholds } from "./evaluate.js";
import { loadCompiledStep } from "./loadCompiledStep.js";
import { posteriorDiagnostics } from "./posteriorDiagnostics.js";
import type { RunContext } from "./RunContext.js";
import type { RunOutcome } from "./RunFolders.js";
import { storeHead } from "./storeHead.js";

/** Trains a head with one loss and one seed, and evaluates it under every decision rule. */
export async function trainLoss(
  plan: LossPlan,
  seed: number,
  compiled: boolean,
  { parts, classes, decisions, observer, signal }: RunContext,
): Promise<RunOutcome> {
  const start = performance.now();
  const { epochs, batchSize, patience } = plan.training;
  const { use, learningRate, momentum } = plan.optimizer;
  const loss = plan.create(seed);
  const inputs = parts.train.features.cols;
  const trained = corruptPart(parts.train, plan.corruption, seed);
  const head = mlpHead({ inputs, outputs: classes.length, seed, ...plan.head });
  const warnings: string[] = [];
  const onWarning = (text: string) => {
    warnings.push(text);
    observer.onWarning?.(text);
  };
  observer.onRunBegin?.(plan.name, seed, epochs);
  try {
    const { history, bestEpoch } = await train({
      head,
      loss,
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
      metric: validationMetric(plan),
      classes,
      onWarning,
      ...(compiled && { step: await loadCompiledStep(onWarning) }),
      onEpoch: ({ epoch, loss: value, metric = 0 }) => observer.onEpoch?.(epoch, value, metric),
      ...(signal === undefined ? {} : { signal }),
    });
    const scored = async ({ features, labels }: EncodedParts["test"]) => {
      const logits = await predict(head, features);
      const tensor = tidy(() => loss.scores(tensor2d(logits.data, [logits.rows, logits.cols])));
      const scores: ScoreMatrix = { ...logits, data: await tensor.data<"float32">() };
      tensor.dispose();
      return { scores, labels };
    };
    const test = await scored(parts.test);
    const model = await storeHead(head, loss, bestEpoch);
    const validation = await scored(parts.validation);
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
