import { isDeepStrictEqual } from "node:util";
import type { Dataset } from "../Dataset.js";
import type { LabelStatistics } from "../labelStatistics.js";
import { sourcesOf } from "../sources/sourcesOf.js";
import type { Finding } from "./Check.js";

/**
 * What `statistics(options)` states holds of the examples, cardinality to three decimals. A dataset that states
 * none passes, unless a digest pins its every file and the options are the defaults: then its examples are known.
 */
export function checkStatistics<Input, Options>(
  dataset: Dataset<Input, Options>,
  options: Options,
  measured: Pick<LabelStatistics, "examples" | "classes" | "cardinality">,
): Finding {
  const words = ({ examples, classes, cardinality }: typeof measured) =>
    `${examples} examples, ${classes} classes, cardinality ${cardinality.toFixed(3)}`;
  const found = words(measured);
  const stated = dataset.statistics?.(options);
  if (stated !== undefined) {
    const claim = words(stated);
    if (claim === found) return { passed: true, detail: found };
    return { passed: false, detail: `stated: ${claim}; found: ${found}` };
  }
  const sources = sourcesOf(dataset, options);
  const isPinned = sources.every((source) => source.sha256 ?? source.contentDigest);
  if (sources.length > 0 && isPinned && isDeepStrictEqual(options, dataset.options.parse({}))) {
    const why = "a digest pins its every file, so its statistics(options) can state them";
    return { passed: false, detail: `states none; ${why}: ${found}` };
  }
  return { passed: true, detail: `states none for these options or files; found: ${found}` };
}
