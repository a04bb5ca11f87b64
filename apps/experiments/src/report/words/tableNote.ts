import { z } from "zod";
import type { Results } from "../../results/Results.js";
import type { Summary } from "../statistics/Summary.js";
import { sentences } from "./sentences.js";

/** What a mean, an interval and a mark in the tables are. */
export function tableNote(
  { dataset, split, settings }: Pick<Results, "dataset" | "split" | "settings">,
  { seeds, level, rules, classical }: Summary,
): string {
  const missing = rules.some(({ losses }) => losses.some((row) => row.seeds.length < seeds.length));
  const marked = rules.some(({ losses }) => losses.some(({ name }) => classical.has(name)));
  return sentences(
    ...(seeds.length < 2
      ? [
          `One seed (${seeds.join()}), on the test part: no interval and no test, so nothing is marked.`,
        ]
      : [
          `Mean ± half the width of the ${percent(level)} % t-interval over ${seeds.length} seeds (${seeds.join(", ")}), on the test part${split.resampled ? ", widened by Nadeau and Bengio's correction, since the seeds' splits overlap" : ""}.`,
          `Bold: the best loss of the column, where it is better than every other loss by a ${split.resampled ? "paired t-test over seeds with the same correction" : "paired t-test over seeds (the split is fixed; seeds differ in training only)"}, two-sided p < .05 after Holm's correction over those comparisons, and no trivial baseline reaches its mean.`,
          "Each column is tested on its own.",
          ...(split.resampled
            ? []
            : [
                "Between rows that are the same with every seed, as deterministic classifiers are on a fixed split, there is no test.",
              ]),
        ]),
    `Higher is better, except for the Hamming loss (↓). Labels per example have no best; the true mean is ${dataset.cardinality.toFixed(2)}. Thresholds are tuned on the validation part only.`,
    marked && "A row marked “baseline” is a classical classifier, compared as a loss is.",
    searchNote(settings),
    missing && "n: the number of seeds, where some are missing.",
  );
}

const entry = z.object({ name: z.string(), search: z.object({ budget: z.number() }).optional() });

/** That settings were searched, and of which losses; nothing where none were. */
function searchNote({ losses }: Results["settings"]): string | undefined {
  const entries = (Array.isArray(losses) ? losses : []).flatMap(
    (loss) => entry.safeParse(loss).data ?? [],
  );
  const searched = entries.filter(({ search }) => search !== undefined);
  if (searched.length === 0) return undefined;
  const of =
    searched.length === entries.length ? "every loss" : searched.map(({ name }) => name).join(", ");
  const budgets = searched.map(({ search }) => search?.budget ?? 0);
  return `The settings of ${of} were searched within each run, on its validation part, by up to ${Math.max(...budgets)} trials.`;
}

function percent(level: number): number {
  return Number((level * 100).toFixed(1));
}
