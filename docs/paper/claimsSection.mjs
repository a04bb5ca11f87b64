import { markdownTable } from "../tables/markdownTable.mjs";
import { claims } from "./claims.mjs";
import { figureText, intervalText } from "./figureText.mjs";
import { judge } from "./judge.mjs";
import { rows } from "./rows.mjs";

/**
 * The verdicts on the claims, and the differences that they follow from.
 * @param {readonly object[]} measured experiments of the page with their figures
 * @returns {string}
 */
export function claimsSection(measured) {
  const judged = claims.map((claim) => ({
    claim,
    datasets: measured.map((experiment) => ({ experiment, ...judge(claim, experiment) })),
  }));
  return [
    "## Which claims hold",
    `A claim is tested on each dataset by the paired t-test over seeds, corrected for overlapping splits (Nadeau and Bengio)
and for the number of the claim's comparisons on that dataset (Holm). It **holds** where every comparison supports it (▲,
p < .05), **does not hold** where one contradicts it (▼), and is **not decided** by the seeds there are otherwise. Fewer
than three seeds decide nothing, nor does a difference that is the same with every seed.`,
    markdownTable(
      "claim",
      judged.map(({ claim }) => claim.title),
      measured.map(({ title }, i) => ({
        title,
        cells: new Map(
          judged.map(({ claim, datasets }) => [claim.title, verdictText(datasets[i])]),
        ),
      })),
    ),
    ...judged.map(claimText),
  ].join("\n\n");
}

function verdictText({ verdict, seeds }) {
  return verdict === "not decided" ? `not decided by ${seeds} seeds` : `**${verdict}**`;
}

function claimText({ claim, datasets }) {
  const margin =
    claim.margin === undefined
      ? ""
      : ` The claim is taken to say that what is lost is less than ${figureText(claim.margin, 2)}: ▲ and ▼ are above and below −${figureText(claim.margin, 2)}.`;
  return [
    `### ${claim.title}`,
    `${summary(datasets)}${margin} Differences, mean ± half the 95 % interval:`,
    markdownTable(...differences(claim, datasets)),
  ].join("\n\n");
}

/** Where the claim holds, where not, and where that is open. */
function summary(datasets) {
  const parts = [
    ["holds", "Holds on"],
    ["does not hold", "Does not hold on"],
    ["not decided", "Not decided on"],
  ].flatMap(([verdict, words]) => {
    const those = datasets.filter((dataset) => dataset.verdict === verdict);
    if (those.length === 0) return [];
    const names = those.map(
      ({ experiment, seeds }) =>
        `${experiment.title}${verdict === "not decided" ? ` (${seeds} seeds)` : ""}`,
    );
    return [`**${words}** ${names.join("; ")}.`];
  });
  return parts.join(" ");
}

function differences({ comparisons, columns }, datasets) {
  const fixed = (rule) => (rule === "threshold-0.5" ? "" : `, \`${rule}\``);
  const lines = datasets.flatMap(({ experiment, results }) =>
    comparisons.map(({ of, than }, i) => ({
      name: `${experiment.title}: ${rows.get(of.loss)}${fixed(of.rule)} − ${rows.get(than.loss)}${fixed(than.rule)}`,
      cells: results[i],
    })),
  );
  const text = (result) =>
    result === undefined ? "–" : `${intervalText(result)} ${result.sign}`.trim();
  return [
    "difference",
    lines.map(({ name }) => name),
    columns.map(({ title }, column) => ({
      title,
      cells: new Map(lines.map(({ name, cells }) => [name, text(cells[column])])),
    })),
  ];
}
