import { stringify } from "yaml";
import type { Results } from "../../results/Results.js";

/** The command and the place that made the figures. */
export function Reproduce(
  props: Pick<Results, "command" | "settings" | "environment"> & {
    /** What it took, in a sentence. */
    readonly effort: string;
  },
) {
  const { command, settings, effort, environment } = props;
  const { engine, node, platform, versions, machine, commit } = environment;
  const place = [
    `engine ${engine}`,
    `Node.js ${node}`,
    platform,
    ...(machine
      ? [`${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB of memory`]
      : []),
    ...Object.entries(versions).map(([name, version]) => `${name} ${version}`),
    ...(commit === undefined ? [] : [`commit ${commit}`]),
  ];
  return (
    <section>
      <h2>How this was made</h2>
      <pre>
        <code>{command}</code>
      </pre>
      <details>
        <summary>Settings</summary>
        <pre>
          <code>{stringify(settings, { aliasDuplicateObjects: false })}</code>
        </pre>
      </details>
      <p class="note">
        {effort} Made with {place.join(", ")}.
      </p>
    </section>
  );
}
