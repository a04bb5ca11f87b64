// Lanczos approximation with g = 7 and 9 terms (Godfrey's coefficients), about 15 digits.
const G = 7;
const LEADING = 0.99999999999980993;
const TERMS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** log Γ(x) for x > 0. */
export function logGamma(x: number): number {
  // Γ(x) = Γ(x + 1)/x keeps the approximation, which is for x ≥ ½, in its range.
  if (x < 0.5) return logGamma(x + 1) - Math.log(x);
  const t = x + G - 0.5;
  const series = TERMS.reduce((sum, term, i) => sum + term / (x + i), LEADING);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}
