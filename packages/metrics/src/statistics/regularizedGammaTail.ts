import { logGamma } from "./logGamma.js";

/**
 * The regularised upper incomplete gamma function Q(a, x) = Γ(a, x)/Γ(a) for a > 0 and x ≥ 0, to a relative error of about
 * 1e-12 for a up to 500: the series of DLMF 8.7.1 below a + 1, the continued fraction of DLMF 8.9.2 above.
 */
export function regularizedGammaTail(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const factor = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - factor * series(a, x) : factor * continuedFraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

// By the modified Lentz method. x > a + 1 ≥ 1 keeps every denominator away from 0.
function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n <= 10_000; n++) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) return value;
  }
  throw new RangeError(`the incomplete gamma function did not converge at a ${a}, x ${x}`);
}
