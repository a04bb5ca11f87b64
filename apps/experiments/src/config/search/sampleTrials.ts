import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { createLoss } from "../createLoss.js";
import type { GridValues } from "../GridPoint.js";
import type { LossPlan } from "../LossPlan.js";
import { valueAt, withValues } from "../lossSettings.js";
import type { SearchDimension } from "./SearchPlan.js";

/** One trial of a search. */
export interface SampledTrial {
  /** The value of every searched path; `null` for an option that is left to the loss. */
  readonly values: GridValues;
  /** The loss with these values; it is not searched any further. */
  readonly plan: LossPlan;
}

/** Draws for each trial that is wanted, before a space is taken to have no further point. */
const ATTEMPTS = 20;

/**
 * The trials of a search: the plan's own settings, then points of its space, drawn independently and all distinct;
 * fewer than the budget where the space has fewer. Each path is drawn from a stream of its own, so that losses which
 * are searched with one seed are tried at the same learning rates and penalties.
 * @param seed of the run; that of the search has precedence
 */
export function sampleTrials(plan: LossPlan, seed: number): readonly SampledTrial[] {
  const { search, ...own } = plan;
  if (search === undefined) return [{ values: {}, plan: own }];
  const dimensions = Object.entries(search.space);
  const ownValues = Object.fromEntries(dimensions.map(([path]) => [path, valueAt(plan, path)]));
  const trials = new Map([[JSON.stringify(ownValues), { values: ownValues, plan: own }]]);
  const streams = dimensions.map(([path, dimension]) => ({
    path,
    dimension,
    generator: mersenne((search.seed ?? seed) ^ hash(path)),
  }));
  for (let i = 0; i < search.budget * ATTEMPTS && trials.size < search.budget; i++) {
    const values = Object.fromEntries(
      streams.map(({ path, dimension, generator }) => [path, draw(dimension, generator)]),
    );
    const key = JSON.stringify(values);
    if (trials.has(key)) continue;
    const changed = { ...own, ...withValues(own, values) };
    trials.set(key, {
      values,
      plan: { ...changed, create: (loss) => createLoss(changed, loss) },
    });
  }
  return [...trials.values()];
}

function draw(dimension: SearchDimension, generator: RandomGenerator): unknown {
  const uniform = uniformFloat64(generator);
  if (!("min" in dimension)) return dimension[Math.floor(uniform * dimension.length)];
  const { min, max, scale, integer } = dimension;
  if (integer && scale === "linear") return min + Math.floor(uniform * (max - min + 1));
  const value = scale === "log" ? min * (max / min) ** uniform : min + uniform * (max - min);
  // Four digits are more than a setting is known to; the ends of the range stay its ends.
  const rounded = integer ? Math.round(value) : Number(value.toPrecision(4));
  return Math.min(max, Math.max(min, rounded));
}

/** FNV-1a of a text: 32 bits. */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (const character of text) {
    bits = Math.imul(bits ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return bits;
}
