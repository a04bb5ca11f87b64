import {
  type CorruptionSettings,
  type ExperimentFile,
  type HeadSettings,
  type LossEntry,
  type OptimizerSettings,
  sections,
  settle,
  type TrainingSettings,
} from "./experimentSchema.js";
import type { GridValues } from "./GridPoint.js";

/** What one loss trains under: its own settings over the file's. */
export interface LossSettings {
  /** What the file says of the loss, as plain data. */
  readonly options: { readonly use: string; readonly [option: string]: unknown };
  readonly head: HeadSettings;
  readonly optimizer: OptimizerSettings;
  readonly training: TrainingSettings;
  /** What is done to the training part. */
  readonly corruption: CorruptionSettings;
}

/** The settings of an entry of `losses`; what a search compares trials by is what training watches. */
export function lossSettings(file: ExperimentFile, loss: LossEntry): LossSettings {
  const { name: _name, search, head, optimizer, training, corruption, ...options } = loss;
  const { metric, decision } = search === false ? {} : { ...file.search, ...search };
  return {
    options,
    head: settle(file.head, head),
    optimizer: settle(file.optimizer, optimizer),
    training: {
      ...settle(file.training, training),
      ...(metric !== undefined && { metric }),
      ...(decision !== undefined && { decision }),
    },
    corruption: settle(file.corruption, corruption),
  };
}

/** The same with other values at dotted paths. */
export function withValues(settings: LossSettings, values: GridValues): LossSettings {
  const changed: Record<string, Record<string, unknown>> = {};
  for (const [path, value] of Object.entries(values)) {
    const { section, key } = locate(path);
    changed[section] = { ...settings[section], ...changed[section], [key]: value };
  }
  // A grid's values have passed the schema of their section.
  return { ...settings, ...(changed as Partial<LossSettings>) };
}

/** The value at a dotted path; `null` where the file gives none. */
export function valueAt(settings: LossSettings, path: string): unknown {
  const { section, key } = locate(path);
  return (settings[section] as Readonly<Record<string, unknown>>)[key] ?? null;
}

/** `head.l2` is in the section `head`; `beta`, an option of the loss, in `options`. */
function locate(path: string): { readonly section: keyof LossSettings; readonly key: string } {
  const [first = "", ...rest] = path.split(".");
  return Object.hasOwn(sections, first)
    ? { section: first as keyof typeof sections, key: rest.join(".") }
    : { section: "options", key: path };
}
