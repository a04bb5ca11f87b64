/** @throws RangeError when the number of permutations is not a positive integer */
export function checkPermutations(permutations: number): void {
  if (Number.isInteger(permutations) && permutations >= 1) return;
  throw new RangeError(`permutations is ${permutations}; expected a positive integer`);
}
