import type { Example } from "@sigf1/datasets";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";
import { classFrequencies } from "./classFrequencies.js";
import { labelNames } from "./labelNames.js";
import { normalQuantile } from "./normalQuantile.js";
import type { SimulatedOptions } from "./SimulatedOptions.js";
import { standardNormals } from "./standardNormals.js";

/**
 * Draws examples from the model, with ρ the correlation, σ the feature noise, λ the label noise, and w_c and
 * b_d fixed random directions (unit vectors) drawn first:
 *
 *     z ~ N(0, I)                      [factors]   what the labels of an example share
 *     u ~ N(0, I)                      [classes]   what a label has to itself
 *     s_c = √ρ w_c·z + √(1−ρ) u_c                  score of a label: N(0, 1), Corr(s_c, s_k) = ρ w_c·w_k
 *     y_c = 1 where s_c > −Φ⁻¹(p_c)                 P(y_c = 1) = p_c, see `classFrequencies`
 *     x_d = b_d·s + σ ε_d,  ε ~ N(0, I)            features
 *
 * Label noise then takes a true label away with probability λ and adds a false one with probability
 * λ p_c / (1 − p_c), which leaves the frequencies p_c as they are. Every draw is made whatever the options'
 * values, so that changing the noise, the correlation or the frequencies changes nothing else.
 */
export function* generateExamples(options: SimulatedOptions): Generator<Example<Float32Array>> {
  const { features, classes, factors, correlation, labelNoise, featureNoise } = options;
  const generator = mersenne(options.seed);
  const normal = standardNormals(generator);
  const normals = (length: number) => Array.from({ length }, normal);
  const names = labelNames(classes);
  const frequencies = classFrequencies(classes, options.cardinality, options.imbalance);
  const thresholds = frequencies.map((frequency) => -normalQuantile(frequency));
  const directions = names.map(() => unit(normals(factors)));
  const mixing = Array.from({ length: features }, () => unit(normals(classes)));

  for (let index = 0; index < options.examples; index++) {
    const shared = normals(factors);
    const scores = directions.map(
      (direction) =>
        Math.sqrt(correlation) * dot(direction, shared) + Math.sqrt(1 - correlation) * normal(),
    );
    const input = Float32Array.from(mixing, (row) => dot(row, scores) + featureNoise * normal());
    const labels = names.filter((_name, c) => {
      // One frequency, threshold and score per name.
      const frequency = frequencies[c]!;
      const holds = scores[c]! > thresholds[c]!;
      const flip = holds ? labelNoise : (labelNoise * frequency) / (1 - frequency);
      return uniformFloat64(generator) < flip ? !holds : holds;
    });
    yield { id: String(index), input, labels };
  }
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

function unit(vector: readonly number[]): number[] {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
}
