import type { Ranking } from "../statistics/rankMethods.js";

/** The methods that Nemenyi's test puts ahead of others, the best first, each with those behind it. */
export function pairsApart({
  methods,
  criticalDifference,
}: Pick<Ranking, "methods" | "criticalDifference">): readonly {
  readonly better: string;
  readonly worse: readonly string[];
}[] {
  return methods
    .map(({ name, meanRank }) => ({
      better: name,
      worse: methods
        .filter((other) => other.meanRank - meanRank >= criticalDifference)
        .map((other) => other.name),
    }))
    .filter(({ worse }) => worse.length > 0);
}
