import { z } from "zod";
import { maxFrequency } from "./classFrequencies.js";

/** What the simulation can be told; every option has a default. */
export interface SimulatedOptions {
  /** Number of examples. A larger number appends examples and leaves the first ones as they were. Default: 2000. */
  readonly examples: number;
  /** Length of a feature vector. Default: 32. */
  readonly features: number;
  /** Number of labels. Default: 12. */
  readonly classes: number;
  /** Number of latent factors that the labels share. Default: 4. */
  readonly factors: number;
  /** Expected number of labels of an example, above 0 and at most 0.8 · classes. Default: 2. */
  readonly cardinality: number;
  /** Exponent a ≥ 0 of the class frequencies, p_c ∝ (c + 1)^(−a); 0: all equal. Default: 0.8. */
  readonly imbalance: number;
  /** Share of a label's variance that comes from the shared factors, 0 to 1. Default: 0.5. */
  readonly correlation: number;
  /** Share of the labels that are wrong, 0 to 0.25. Default: 0.05. */
  readonly labelNoise: number;
  /** Standard deviation of the noise on features whose signal has a variance of about 1. Default: 0.5. */
  readonly featureNoise: number;
  /** Default: 0. */
  readonly seed: number;
}

const count = z.int().positive();

export const simulatedOptions: z.ZodType<SimulatedOptions> = z
  .strictObject({
    examples: count.default(2000),
    features: count.default(32),
    classes: count.default(12),
    factors: count.default(4),
    cardinality: z.number().positive().default(2),
    imbalance: z.number().nonnegative().default(0.8),
    correlation: z.number().min(0).max(1).default(0.5),
    labelNoise: z.number().min(0).max(0.25).default(0.05),
    featureNoise: z.number().nonnegative().default(0.5),
    seed: z.int32().default(0),
  })
  .refine(({ cardinality, classes }) => cardinality <= maxFrequency * classes, {
    path: ["cardinality"],
    message: `the cardinality must be at most ${maxFrequency} times the number of classes`,
  });
