import { stringify } from "yaml";
import type { Results, RunRecord } from "../../results/Results.js";

/** The command and the place that made the figures. */
export function Reproduce(props: {
  readonly results: Results;
  readonly runs: readonly RunRecord[];
}) {
  const { runs } = props;
  const { command, environment, settings } = props.results;
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
          <code>{stringify(settings)}</code>
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
