import { encodeNpy } from "@sigf1/features";
import type { Environment } from "../results/Results.js";
import { encodeSafetensors } from "../results/safetensors.js";
import { METRICS } from "./FolderJournal.js";
import type { RunIdentity } from "./RunIdentity.js";
import type { PredictedPart, RunOutcome } from "./RunOutcome.js";

/** The file that makes a run complete: it is written last. */
export const RECORD = "run.json";

/** Ids of the examples of the parts that a run predicts, in the order of their rows. */
export type PredictedIds = Readonly<Record<PredictedPart, readonly string[]>>;

/** A file of a run's folder: its name, and what it holds. */
export type RunFile = readonly [name: string, content: string | Uint8Array];

/** Everything that a complete run leaves in its folder, `run.json` last. */
export function runFiles(
  identity: RunIdentity,
  { record, model, predictions }: RunOutcome,
  ids: PredictedIds,
  environment: Environment,
): RunFile[] {
  const { history, ...figures } = record;
  return [
    ["config.json", json(identity)],
    ["environment.json", json(environment)],
    [METRICS, history.map((epoch) => `${JSON.stringify(epoch)}\n`).join("")],
    ["history.json", json(history)],
    ["examples.json", json(ids)],
    ...(["validation", "test"] as const).flatMap((part): RunFile[] => [
      [`${part}.scores.npy`, encodeNpy(predictions[part].scores)],
      [`${part}.labels.npy`, encodeNpy(predictions[part].labels)],
    ]),
    ...(model === undefined
      ? []
      : ([["model.safetensors", encodeSafetensors(model)]] satisfies RunFile[])),
    [RECORD, `${JSON.stringify(figures)}\n`],
  ];
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
