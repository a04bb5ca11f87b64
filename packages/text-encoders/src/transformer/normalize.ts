/** Divides a vector by its L2 norm, in place; a zero vector stays. */
export function normalize(vector: Float32Array): void {
  const norm = Math.hypot(...vector);
  if (norm > 0) for (let j = 0; j < vector.length; j++) vector[j]! /= norm;
}
