import type { GridAxis } from "../GridAxis.js";
import { isAxis } from "../isAxis.js";

/** The axis that a list at a path of the file makes; none where it is one value. */
export function axisAt(
  path: string,
  value: unknown,
  takes: (value: unknown) => boolean,
): GridAxis[] {
  if (!isAxis(value, takes)) return [];
  const place = path.split(".");
  return [{ path, values: value, place, places: value.map((_, i) => [...place, i]) }];
}
