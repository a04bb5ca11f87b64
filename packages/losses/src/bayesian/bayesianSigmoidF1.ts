import { addN, div, mul, reshape, slice, split, type Tensor2D } from "@tensorflow/tfjs-core";
import type { SurrogateLoss } from "../confusion/SurrogateLoss.js";
import { saturation } from "../confusion/saturation.js";
import { defineLoss } from "../defineLoss.js";
import { type Lifecycle, LossState } from "../LossState.js";
import type { MultilabelLoss } from "../MultilabelLoss.js";
import { drawNoise, type NoiseOfSteps } from "../sampling/drawNoise.js";
import { withGradient } from "../withGradient.js";
import { advanceChains } from "./advanceChains.js";
import { averageOverDraws } from "./averageOverDraws.js";
import { type BayesianSigmoidF1Options, checkBayesian } from "./BayesianSigmoidF1Options.js";
import { makeState } from "./BayesianState.js";
import { chainLayout } from "./chainLayout.js";
import { scalesAt } from "./ScalePrior.js";
import { scaledBy } from "./scaledBy.js";
import { scalePosterior } from "./scalePosterior.js";
import { smoothF1 } from "./smoothF1.js";
import { totals } from "./totals.js";
import { lastScales, traceDiagnostics } from "./traceDiagnostics.js";

/** The loss whose chains are its `variables`. */
export type BayesianSigmoidF1 = SurrogateLoss &
  Required<Pick<MultilabelLoss, "draw" | "diagnostics">> &
  Lifecycle;

/**
 * SBayesF1: the mean of `sigmoidF1` over draws of (β, η) from the generalised-Bayes posterior
 *
 *     π(log β, η) ∝ exp(−(T/τ)·L(β, η)) · N(log β; log β₀, σ_β²) · N(η; η₀, σ_η²),   T = examples · classes,
 *
 * of the current batch, L being its sigmoidF1. Each call makes `steps` transitions of Hamiltonian Monte Carlo, of
 * three leapfrog steps each, on the logits as they stand and averages over the last `draws` draws; the gradient flows
 * to the logits alone, the draws being held fixed.
 *
 * Chains go on from batch to batch. Those of examples begin anew in each, for the examples are others: at draws from
 * the prior, moved to the mean at which the last batch ended. Every call moves the chains, that on a validation
 * batch too. Their step size is adapted to 80 % acceptance, by less and less; frozen early (`warmup`) it soon is too
 * large, for the posterior narrows as the logits grow.
 *
 * Scores are the mean of S(z; β, η) over the last draws; with `example` over the means of log β and η over the
 * examples, for a new example has no draw.
 *
 * At τ = 1 each entry counts as an observation: the posterior soon is narrow and lies where L is least on the batch,
 * at a large β. A higher `temperature` (10 to 1000) widens it. Take large batches, as with `sigmoidF1`.
 *
 * β is not identified by labels that are drawn from S: F1 is a ratio of sums that are linear in the scores, so it is
 * highest where they are 0 or 1, and at the best η no β has an L below that of β → ∞, whatever the steepness of the
 * labels' probabilities. What the data tell is the threshold −η with the highest F1 (of labels with the probabilities S(z; β*, η*) not −η*, but
 * lower: where S is half that F1); how steep S is there they leave to prior, T and τ.
 * @param options `scope` "global", `beta` 1, `eta` 0, `betaScale` 0.5, `etaScale` 0.5, `temperature` 1, `steps` 2,
 *   `draws` as many, `warmup` Infinity, `seed` 0, `average` "macro", `smooth` 0, `epsilon` 1e-16
 * @throws TypeError, RangeError naming the option and what was received
 * @see Bissiri, Holmes, Walker: A general framework for updating belief distributions (2016)
 */
export function bayesianSigmoidF1(options: BayesianSigmoidF1Options = {}): BayesianSigmoidF1 {
  const name = "bayesian-sigmoid-f1";
  checkBayesian(options);
  const { scope = "global", average = "macro", smooth = 0, epsilon = 1e-16 } = options;
  const { beta = 1, eta = 0, betaScale = 0.5, etaScale = 0.5, temperature = 1 } = options;
  const { steps = 2, draws = steps, warmup = Number.POSITIVE_INFINITY, seed = 0 } = options;
  const prior = { beta, eta, betaScale, etaScale };
  const state = new LossState(name, (classes) => makeState(scope, average, steps, classes));
  let calls = 0;

  const draw = (examples: number, classes: number): NoiseOfSteps => {
    const { parameters, chains } = chainLayout(scope, average, examples, classes);
    return drawNoise(seed, calls++, [steps, parameters, chains], scope === "example");
  };
  return defineLoss(
    name,
    {
      // What runs in here is on no tape: the draws are constants to the gradient.
      value: (labels, logits, inputs) =>
        withGradient(logits, (z, save) => {
          const [examples, classes] = labels.shape;
          const layout = chainLayout(scope, average, examples, classes);
          const batchF1 = smoothF1(labels, z as Tensor2D, totals[average], smooth, epsilon);
          const t = (examples * classes) / temperature;
          const positions = advanceChains(
            scalePosterior(batchF1, prior, layout, totals[scope], t),
            state.for(classes),
            inputs?.momenta ? (inputs as NoiseOfSteps) : draw(examples, classes),
            { targetAcceptance: 0.8, warmup },
          );
          const drawn = positions.slice(-draws).map((x) => scalesAt(x, prior, layout.shape));
          const { value, gradient } = averageOverDraws(batchF1, drawn);
          save([gradient]);
          return { value, gradFunc: (dy, saved) => mul(dy, saved[0] as Tensor2D) }; // saved above
        }),
      scores: (logits) => {
        const { trace } = state.for(logits.shape[1]);
        const [rows, width] = trace.shape;
        const last = slice(trace, [rows - draws, 0], [draws, width - 1]);
        const each = split(last, draws).map((row) => {
          const position: Tensor2D = reshape(row, [width - 1, 1]);
          return scaledBy(logits, scalesAt(position, prior, [1, (width - 1) / 2])).s;
        });
        return div(addN(each), draws);
      },
    },
    Object.assign(
      state.lifecycle(() => {
        calls = 0;
      }),
      {
        draw,
        saturation: async (logits: Tensor2D) =>
          saturation(logits, await lastScales(state.variables, prior)),
        diagnostics: () => traceDiagnostics(state.variables, prior, scope),
      },
    ),
  );
}
