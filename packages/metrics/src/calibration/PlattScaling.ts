/**
 * A map from a score s in [0, 1] to a probability: σ(slope · logit(s) + offset), with logit(s) clipped to ±16.
 * It never falls (slope ≥ 0); slope 1 and offset 0 leave a score as it is.
 */
export interface PlattScaling {
  readonly slope: number;
  readonly offset: number;
}
