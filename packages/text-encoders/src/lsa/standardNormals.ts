import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";

/** So many standard normal numbers, two of two uniform ones (Box and Muller). */
export function standardNormals(count: number, seed: number): Float64Array {
  const generator = mersenne(seed);
  const numbers = new Float64Array(count);
  for (let i = 0; i < count; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(generator)));
    const angle = 2 * Math.PI * uniformFloat64(generator);
    numbers[i] = radius * Math.cos(angle);
    numbers[i + 1] = radius * Math.sin(angle); // past an odd end, typed arrays ignore it
  }
  return numbers;
}
