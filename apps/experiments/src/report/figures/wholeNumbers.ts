/** More ticks than these would not leave their labels room. */
const MOST = 11;

/** Ticks of an axis of counts: its first number, and the multiples of the least of 1, 2, 5, 10, … that are few enough. */
export function wholeNumbers(first: number, last: number): readonly number[] {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
  const step = steps.find((each) => (last - first) / each < MOST) ?? last;
  const multiples = Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => i * step);
  return [...new Set([first, ...multiples.filter((value) => value > first)])];
}
