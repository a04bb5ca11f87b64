import { performance } from "node:perf_hooks";
import { multilabelReport, type ScoreMatrix } from "@sigf1/metrics";
import {
  type CountHead,
  mlpHead,
  predict,
  train,
  trainCountHead,
  type ValidationMetric,
} from "@sigf1/training";
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

/**
 * The same for every loss, so that linear heads are compared under the same counts. The hidden
 * layer, against none, and the penalty, of 0, 2e-5, 2e-4, 1e-3 and 5e-3, have the best mean validation exampleF1 of
 * `count` with binary cross-entropy in the experiment cancer-hallmarks.
 */
const countHead = { hidden: [64], l2: 1e-3 };

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
  let counting: CountHead | undefined;
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
    if (decisions.some(({ name }) => name === "count")) {
      counting = await trainCountHead({ ...settings, ...countHead, head });
    }
    const scored = async ({ features, labels }: EncodedParts["test"]) => {
      const logits = await predict(head, features);
      const tensor = tidy(() => loss.scores(tensor2d(logits.data, [logits.rows, logits.cols])));
      const scores: ScoreMatrix = { ...logits, data: await tensor.data<"float32">() };
      tensor.dispose();
      const counts = await counting?.predict(features);
      return { scores, labels, ...(counts && { counts }) };
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
    counting?.dispose();
    loss.dispose?.();
    head.dispose();
  }
}

/** The figure that early stopping watches, by the rule fitted on the same validation scores. */
function validationMetric({ training, validationRule }: LossPlan): ValidationMetric {
  return (labels, scores) =>
    multilabelReport(labels, validationRule.fit(scores, labels).decide(scores))[training.metric];
}
