import type { PlattScaling } from "./PlattScaling.js";
import { scoreLogit } from "./scoreLogit.js";

/**
 * Fits {@link PlattScaling} by maximum likelihood with Newton's method.
 *
 * As in Platt (1999) the targets are (n₊ + 1)/(n₊ + 2) for positives and 1/(n₋ + 2) for negatives, which keeps the fit
 * finite when the classes separate or one is missing. Scores that rank negatives above positives, or that are all
 * equal, tell nothing: the slope is then 0 and every probability the smoothed share of positives.
 * @param scores scores in [0, 1], at least one
 * @param labels 0 or 1 for each score
 */
export function fitPlattScaling(scores: Float32Array, labels: Uint8Array): PlattScaling {
  const logits = Float64Array.from(scores, scoreLogit);
  const positives = labels.reduce((count, label) => count + label, 0);
  const [high, low] = [(positives + 1) / (positives + 2), 1 / (labels.length - positives + 2)];
  const targets = Float64Array.from(labels, (label) => (label === 1 ? high : low));
  const center = mean(logits);
  const rate = mean(targets);
  const flat = { slope: 0, offset: Math.log(rate / (1 - rate)) };
  // Centred logits: slope and offset hardly interact, and equal scores leave the slope without gradient.
  const x = logits.map((logit) => logit - center);
  let { slope, offset } = flat;
  for (let iteration = 0; iteration < 100; iteration++) {
    const step = newtonStep(x, targets, slope, offset);
    if (step.decrement < 1e-14) break;
    const loss = crossEntropy(x, targets, slope, offset);
    let scale = 1;
    const lossAhead = () =>
      crossEntropy(x, targets, slope + scale * step.slope, offset + scale * step.offset);
    // The loss is convex, so a small enough part of the step does not raise it.
    while (lossAhead() > loss) scale /= 2;
    slope += scale * step.slope;
    offset += scale * step.offset;
  }
  return slope > 0 ? { slope, offset: offset - slope * center } : flat;
}

/** The step −H⁻¹g of the cross entropy and its decrement gᵀH⁻¹g; H is made definite for logits that are all equal. */
function newtonStep(x: Float64Array, targets: Float64Array, slope: number, offset: number) {
  let [gradientSlope, gradientOffset, hSlope, hCross, hOffset] = [0, 0, 1e-10, 0, 1e-10];
  // x and targets have equal length.
  for (let i = 0; i < x.length; i++) {
    const probability = 1 / (1 + Math.exp(-(slope * x[i]! + offset)));
    const error = probability - targets[i]!;
    const weight = probability * (1 - probability);
    gradientSlope += error * x[i]!;
    gradientOffset += error;
    hSlope += weight * x[i]! * x[i]!;
    hCross += weight * x[i]!;
    hOffset += weight;
  }
  const determinant = hSlope * hOffset - hCross * hCross;
  const slopeStep = (hCross * gradientOffset - hOffset * gradientSlope) / determinant;
  const offsetStep = (hCross * gradientSlope - hSlope * gradientOffset) / determinant;
  const decrement = -(gradientSlope * slopeStep + gradientOffset * offsetStep);
  return { slope: slopeStep, offset: offsetStep, decrement };
}

function crossEntropy(x: Float64Array, targets: Float64Array, slope: number, offset: number) {
  let loss = 0;
  for (let i = 0; i < x.length; i++) {
    const logit = slope * x[i]! + offset;
    loss += Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - targets[i]! * logit;
  }
  return loss;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
