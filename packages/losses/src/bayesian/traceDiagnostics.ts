import type { Variable } from "@tensorflow/tfjs-core";
import type { LossDiagnostics, ParameterDiagnostics } from "../MultilabelLoss.js";
import { effectiveSampleSize } from "../sampling/effectiveSampleSize.js";
import { meanAndVariance } from "../sampling/meanAndVariance.js";
import { splitRHat } from "../sampling/splitRHat.js";
import type { BayesianScope } from "./BayesianScope.js";
import type { ScalePrior } from "./ScalePrior.js";

/** What the last draws say; without draws, nothing. Of examples the trace has means, and these are named so. */
export async function traceDiagnostics(
  variables: readonly Variable[],
  prior: ScalePrior,
  scope: BayesianScope,
): Promise<LossDiagnostics> {
  const { beta, eta, acceptance, logStep } = await readTrace(variables, prior);
  const summarise = (name: string, values: readonly number[]): ParameterDiagnostics => {
    const { mean, variance } = meanAndVariance(values);
    return {
      name,
      mean: finite(mean),
      sd: finite(Math.sqrt(variance)),
      ess: finite(effectiveSampleSize([values])),
      rHat: finite(splitRHat([values])),
      ...(beta.length === 1 && { values }),
    };
  };
  const alone = (name: string) => (scope === "example" ? `mean ${name} over examples` : name);
  const named = (name: string, parameters: readonly (readonly number[])[]) =>
    parameters.map((values, i) =>
      summarise(parameters.length > 1 ? `${name}[${i}]` : alone(name), values),
    );
  return {
    draws: acceptance.length,
    acceptance: finite(meanAndVariance(acceptance).mean),
    stepSize: finite(Math.exp(meanAndVariance(logStep).mean)),
    parameters: [...named("beta", beta), ...named("eta", eta)],
  };
}

/** β and η of the last draw, or of the prior's centre before the first; one per class where each has its own. */
export async function lastScales(
  variables: readonly Variable[],
  prior: ScalePrior,
): Promise<{ beta: number | number[]; eta: number | number[] }> {
  const { beta, eta } = await readTrace(variables, prior);
  const last = (parameters: readonly (readonly number[])[], centre: number) => {
    const values = parameters.map((draws) => draws.at(-1) ?? centre);
    return values.length > 1 ? values : (values[0] ?? centre);
  };
  return { beta: last(beta, prior.beta), eta: last(eta, prior.eta) };
}

/** β and η in their own units, by pair and draw, and the acceptance probability of each draw. */
async function readTrace(
  variables: readonly Variable[],
  { beta, eta, betaScale, etaScale }: ScalePrior,
): Promise<{ beta: number[][]; eta: number[][]; acceptance: number[]; logStep: number[] }> {
  const [logStep, count, trace] = variables; // as BayesianState has them
  if (logStep === undefined || count === undefined || trace === undefined)
    return { beta: [], eta: [], acceptance: [], logStep: [] };
  const [transitions = 0] = await count.data();
  const rows = ((await trace.array()) as number[][]).reverse().slice(0, transitions).reverse();
  const columns = (trace.shape[1] ?? 0) - 1;
  const column = (k: number) => rows.map((row) => row[k] ?? Number.NaN);
  const pairs = Array.from({ length: columns / 2 }, (_, i) => i);
  return {
    beta: pairs.map((i) => column(i).map((x) => beta * Math.exp(betaScale * x))),
    eta: pairs.map((i) => column(pairs.length + i).map((x) => eta + etaScale * x)),
    acceptance: column(columns),
    logStep: transitions > 0 ? [...(await logStep.data())] : [],
  };
}

const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);
