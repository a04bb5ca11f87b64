/**
 * Whether a list stands for several values, one after the other: where every entry could stand there alone, or where
 * some could and the list itself could not. Else it is one value, or a mistake.
 * @param takes whether the place takes a value
 */
export function isAxis(
  value: unknown,
  takes: (value: unknown) => boolean,
): value is readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  const alone = value.filter(takes).length;
  return alone === value.length || (alone > 0 && !takes(value));
}
