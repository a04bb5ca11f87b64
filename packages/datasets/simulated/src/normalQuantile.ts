const ratio = (x: number, numerator: readonly number[], denominator: readonly number[]) =>
  horner(x, numerator) / horner(x, denominator);

function horner(x: number, coefficients: readonly number[]): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

/**
 * The standard normal quantile: z with Φ(z) = p, for 0 < p < 1, to about 7 digits.
 *
 * @see Wichura (1988), algorithm AS 241 (PPND7), Applied Statistics 37(3):477–484.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    return q * ratio(0.180625 - q * q, centre, centreBelow);
  }
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  const z = r <= 5 ? ratio(r - 1.6, middle, middleBelow) : ratio(r - 5, tail, tailBelow);
  return Math.sign(q) * z;
}

const centre = [3.3871327179, 50.434271938, 159.29113202, 59.10937472];
const centreBelow = [1, 17.895169469, 78.757757664, 67.1875636];
const middle = [1.4234372777, 2.75681539, 1.3067284816, 0.17023821103];
const middleBelow = [1, 0.7370016425, 0.12021132975];
const tail = [6.657905115, 3.081226386, 0.42868294337, 0.017337203997];
const tailBelow = [1, 0.24197894225, 0.012258202635];
