/**
 * Orders texts by code points, as Python sorts them: negative where `a` comes first. JavaScript's own
 * order is by UTF-16 units, which puts 😀 (U+1F600, first unit D83D) before ﬁ (U+FB01).
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Surrogates, which only code points from U+10000 have, come after every other unit. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
