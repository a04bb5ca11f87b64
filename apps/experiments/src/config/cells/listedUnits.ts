import type { GridAxis } from "../GridAxis.js";
import { axisAt } from "./axisAt.js";
import type { ExperimentValues } from "./ExperimentValues.js";
import { units } from "./units.js";

/** The lists that stand for a whole unit, as `encoder: [tf-idf, lsa]`. */
export function listedUnits(file: ExperimentValues): GridAxis[] {
  return units.flatMap((key) => axisAt(key, file[key], () => true));
}
