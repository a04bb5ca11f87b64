/**
 * The parts of a word, written `<word>`, of `shortest` to `longest` characters (code points), with repetitions; not the
 * whole (Bojanowski et al. 2017).
 */
export function subwords(word: string, [shortest, longest]: readonly [number, number]): string[] {
  const characters = [..."<", ...word, ">"];
  const parts: string[] = [];
  for (let n = shortest; n <= Math.min(longest, characters.length - 1); n++) {
    for (let start = 0; start + n <= characters.length; start++) {
      parts.push(characters.slice(start, start + n).join(""));
    }
  }
  return parts;
}
