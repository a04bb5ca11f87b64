import { claimsSection } from "./claimsSection.mjs";
import { datasetSection } from "./datasetSection.mjs";
import { experiments } from "./experiments.mjs";
import { publishedSection } from "./publishedSection.mjs";

/**
 * The page `docs/paper.md`: all of it follows from the figures.
 * @param {Readonly<Record<string, ReturnType<typeof import("./keptFigures.mjs").keptFigures>>>} kept figures by the name
 * of the experiment
 * @returns {string}
 */
export function renderPage(kept) {
  const measured = experiments
    .filter(({ name }) => kept[name] !== undefined)
    .map((experiment) => ({ ...experiment, ...kept[experiment.name] }));
  const missing = experiments.filter(({ name }) => kept[name] === undefined);
  const sections = [
    "# The paper's study",
    `The tables of the draft, run again: eight losses on each dataset, the setting that was published, two classical
classifiers and the trivial baselines, in batches of 256. Linear heads unless the experiment says otherwise. Each dataset is
an [experiment](../apps/experiments/README.md#built-in-experiments) \`paper/…\`. One command runs what the data are there
for, and writes this page:`,
    "```sh\npnpm paper --data DIR --models DIR --jobs 2\n```",
    `The page follows wholly from [paper/results.json](paper/results.json), the figures of every run; \`pnpm paper --page\` writes
it from them. Figures are of the test part, mean ± half the 95 % interval over seeds, widened where splits overlap. Where settings
were searched, they were chosen once for all rules, by the macro F1 of the validation part under \`tuned-global\`: a loss may do
better by a fixed threshold with others. What the words mean is in [Concepts](concepts.md).`,
    measured.length > 0 && claimsSection(measured),
    measured.length > 0 && publishedSection(measured),
    measured.length > 0 &&
      `## Figures

Highest means are bold, whether a test tells them from others or not. \`tuned-global\` and \`gfm\` are fitted on the
validation part.`,
    ...measured.map(datasetSection),
    missing.length > 0 && `## Without figures\n\n${missing.map(missingText).join("\n")}`,
  ];
  return `${sections.filter(Boolean).join("\n\n")}\n`;
}

function missingText({ name, needs }) {
  const why = needs === undefined ? "" : `; it needs ${needs}`;
  return `- [paper/${name}](../apps/experiments/experiments/paper/${name}.yaml) was not run${why}`;
}
