/** log(s/(1 − s)), clipped to ±16: a 32-bit sigmoid is exactly 1 from about there on. */
export function scoreLogit(score: number): number {
  return Math.max(-16, Math.min(16, Math.log(score / (1 - score))));
}
