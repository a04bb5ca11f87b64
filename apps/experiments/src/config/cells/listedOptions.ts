import type { Dataset } from "@sigf1/datasets";
import type { z } from "zod";
import { encoders } from "../../registry/encoders.js";
import { experimentSchema } from "../experimentSchema.js";
import type { GridAxis } from "../GridAxis.js";
import { takesAt } from "../takesAt.js";
import { axisAt } from "./axisAt.js";
import { asUnit, type ExperimentValues } from "./ExperimentValues.js";

/**
 * The lists that stand for an option of a unit which takes none, as `maxFeatures: [100, 1000]`.
 * @param dataset that of the file, or nothing where it has an unknown name
 */
export function listedOptions(file: ExperimentValues, dataset: Dataset | undefined): GridAxis[] {
  const { encoder, split, countHead } = file;
  const use = asUnit(encoder)?.use;
  const entry = typeof use === "string" && Object.hasOwn(encoders, use) ? encoders[use] : undefined;
  const { shape } = experimentSchema;
  return [
    ...optionLists("dataset", file.dataset, dataset?.options),
    ...optionLists("encoder", encoder, entry?.create),
    ...optionLists("split", split, shape.split),
    ...optionLists("countHead", countHead, shape.countHead),
  ];
}

function optionLists(key: string, value: unknown, schema: z.ZodType | undefined): GridAxis[] {
  const { use, ...options } = asUnit(value) ?? {};
  const names = axisAt(`${key}.use`, use, (name) => typeof name === "string");
  // What the options can be depends on the unit, which is one of several yet.
  if (names.length > 0 || schema === undefined) return names;
  return Object.entries(options).flatMap(([option, given]) =>
    axisAt(`${key}.${option}`, given, takesAt(schema, options, option)),
  );
}
