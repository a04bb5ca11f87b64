import { stringify } from "yaml";
import type { Results, RunRecord } from "../../results/Results.js";
import { variantsOf } from "../grid/variantsOf.js";

/** The command and the place that made the figures. */
export function Reproduce(props: {
  readonly results: Results;
  readonly runs: readonly RunRecord[];
}) {
  const { runs } = props;
  const { command, environment } = props.results;
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  const versions = Object.entries(environment.versions).map(
    ([name, version]) => `${name} ${version}`,
  );
  return (
    <section>
      <h2>How this was made</h2>
      <pre>
        <code>{command}</code>
      </pre>
      <details>
        <summary>Settings</summary>
        <pre>
          <code>{stringify(shownSettings(props.results), { aliasDuplicateObjects: false })}</code>
        </pre>
      </details>
      <p class="note">
        {runs.length} runs, {seconds.toFixed(0)} seconds of training and evaluation in all. Engine{" "}
        {environment.engine}, Node.js {environment.node}, {environment.platform}
        {versions.length > 0 && `, ${versions.join(", ")}`}.
      </p>
    </section>
  );
}

/** The settings, but of each loss that a grid multiplies one variant alone: the grid says the rest. */
function shownSettings(results: Results): Results["settings"] {
  const { settings } = results;
  const variants = variantsOf(results);
  if (variants.size === 0) return settings;
  const losses = settings.losses as readonly { readonly base: string }[]; // as variantsOf found them
  const first = losses.filter(
    ({ base }, i) => losses.findIndex((loss) => loss.base === base) === i,
  );
  return { ...settings, losses: first };
}
