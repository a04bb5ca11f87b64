import { trivialNames } from "@sigf1/baselines";
import { z } from "zod";
import { searchSchema } from "./search/searchSchema.js";
import { watchedMetric } from "./watchedMetric.js";

/** Accepts `name` for `{ use: name }`. */
const named = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === "string" ? { use: value } : value), schema);

const use = z.string().min(1);
const share = z.number().min(0).lt(1);
/** A generator takes 32 bits of a seed. */
export const seed = z.int32().nonnegative();

const head = z.strictObject({
  /** Of mlp: sizes of the hidden layers; none makes a linear head. */
  hidden: z.array(z.int().positive()),
  /** Of mlp: size of a first layer without activation, an embedding of each feature. */
  embedding: z.int().positive().optional(),
  /** Share of hidden units dropped; of cnn, of the pooled maps. */
  dropout: share,
  /** Of mlp: share of features dropped. */
  inputDropout: share,
  /** Weight of the sum of squared weights in the loss. */
  l2: z.number().nonnegative(),
  /** `mlp`, the default, on any features; `cnn` on pixels. */
  use: z.enum(["mlp", "cnn"]).optional(),
  /** Of cnn: size of the images, as the encoder `pixels` has it; default 64 each. */
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
  /** Of cnn: maps of the first layer and of each block. */
  filters: z.array(z.int().positive()).min(1).optional(),
});

const countHead = head.pick({ hidden: true, l2: true });

const optimizer = z.strictObject({
  use: z.enum(["adam", "sgd"]),
  learningRate: z.number().positive(),
  /** Of sgd: decay of the velocity. */
  momentum: share.optional(),
});

const training = z.strictObject({
  epochs: z.int().positive(),
  batchSize: z.int().positive(),
  /** Epochs without a better validation figure before training stops. */
  patience: z.int().positive(),
  /** The validation figure that early stopping watches. */
  metric: watchedMetric,
  /** The rule that decides the labels for that figure. */
  decision: z.string(),
});

const corruption = z.strictObject({
  /** Probability with which an entry of the training label matrix is flipped. */
  flippedLabels: z.number().min(0).max(1),
  /** Probability with which a training example becomes an outlier. */
  outliers: z.number().min(0).max(1),
  /** Standard deviation of what is added to an outlier's features, in units of each feature's own. */
  outlierScale: z.number().positive(),
});

export type HeadSettings = z.infer<typeof head>;
export type CountHeadSettings = z.infer<typeof countHead>;
export type OptimizerSettings = z.infer<typeof optimizer>;
export type TrainingSettings = z.infer<typeof training>;
export type CorruptionSettings = z.infer<typeof corruption>;

/** The parts of a loss entry that are not options of the loss, by their keys. */
export const sections = { head, optimizer, training, corruption };

const headDefaults: HeadSettings = { hidden: [], dropout: 0, inputDropout: 0, l2: 0 };
/**
 * The same for every loss, so that linear heads are compared under the same counts. The hidden
 * layer, against none, and the penalty, of 0, 2e-5, 2e-4, 1e-3 and 5e-3, have the best mean validation exampleF1 of
 * `count` with binary cross-entropy in the experiment cancer-hallmarks.
 */
export const countHeadDefaults: CountHeadSettings = { hidden: [64], l2: 1e-3 };
const optimizerDefaults: OptimizerSettings = { use: "adam", learningRate: 0.01 };
const trainingDefaults: TrainingSettings = {
  epochs: 100,
  batchSize: 256,
  patience: 10,
  metric: "macroF1",
  decision: "tuned-global",
};
const corruptionDefaults: CorruptionSettings = { flippedLabels: 0, outliers: 0, outlierScale: 10 };

/** Settings over their defaults. YAML has no `undefined`, so that a key given is a value given. */
export function settle<Settings extends object>(
  defaults: Settings,
  given: { readonly [Key in keyof Settings]?: Settings[Key] | undefined },
): Settings {
  return { ...defaults, ...given } as Settings;
}

const split = z.strictObject({
  /** `stratified`, `random`, or an official split of the dataset. */
  use: z.string().default("stratified"),
  /** Shares of the training, validation and test parts. */
  fractions: z
    .tuple([z.number().positive(), z.number().positive(), z.number().positive()])
    .refine(([a, b, c]) => Math.abs(a + b + c - 1) < 1e-9, "the three fractions must sum to 1")
    .default([0.7, 0.1, 0.2]),
});

const loss = z.looseObject({
  use,
  /** What this loss's rows are called; needed where one loss appears twice. */
  name: z.string().min(1).optional(),
  /** Settings for this loss alone, over those of the file. */
  head: head.partial().default({}),
  optimizer: optimizer.partial().default({}),
  training: training.partial().default({}),
  corruption: corruption.partial().default({}),
  /** How this loss's settings are searched, over the file's search; `false`: not at all. */
  search: z.literal(false).or(named(searchSchema)).optional(),
});

/** An entry of `losses`; what it has besides is the loss's options. */
export type LossEntry = z.infer<typeof loss>;

/** The shape of an experiment file; the options of a dataset, encoder or loss are checked by the unit named in `use`. */
export const experimentSchema = z.strictObject({
  experiment: z
    .string()
    .regex(
      /^[A-Za-z0-9][\w.-]*$/,
      "takes letters, digits, '.', '_' and '-' only, and begins with a letter or digit",
    ),
  description: z.string().default(""),
  dataset: named(z.looseObject({ use })),
  split: named(split).prefault({}),
  encoder: named(z.looseObject({ use })),
  head: head
    .partial()
    .transform((given) => settle(headDefaults, given))
    .prefault({}),
  optimizer: optimizer
    .partial()
    .transform((given) => settle(optimizerDefaults, given))
    .prefault({}),
  training: training
    .partial()
    .transform((given) => settle(trainingDefaults, given))
    .prefault({}),
  corruption: corruption
    .partial()
    .transform((given) => settle(corruptionDefaults, given))
    .prefault({}),
  /** Of the rule `count`; absent where the file has none. */
  countHead: countHead
    .partial()
    .transform((given) => settle(countHeadDefaults, given))
    .optional(),
  losses: z.array(named(loss)).min(1),
  /** How the settings of every loss are searched within each run; see `resolveSearch`. */
  search: named(searchSchema).optional(),
  /** Values that multiply the losses; see `readGrid`. */
  grid: z.unknown().optional(),
  /** Values that multiply the file into cells, and combinations that are left out; see `expandCells`, `Exclusions`. */
  matrix: z.unknown().optional(),
  exclude: z.unknown().optional(),
  decisions: z.array(z.string()).min(1).default(["threshold-0.5"]),
  /** What an entry has besides `use` and `name` is the baseline's options. */
  baselines: z
    .array(named(z.looseObject({ use, name: z.string().min(1).optional() })))
    .default(trivialNames.map((name) => ({ use: name }))),
  seeds: z.array(seed).min(1).default([0, 1, 2]),
});

/** A parsed experiment file. */
export type ExperimentFile = z.infer<typeof experimentSchema>;
