import type { Warning } from "../words/groupWarnings.js";

/** More than these are behind a fold: a grid can make very many. */
const MOST = 12;

/** What the runs complained of; nothing when they did not. */
export function Warnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null;
  const rest = warnings.slice(MOST);
  return (
    <section class="warnings">
      <h2>Warnings</h2>
      <List warnings={warnings.slice(0, MOST)} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <List warnings={rest} />
        </details>
      )}
    </section>
  );
}

function List({ warnings }: { readonly warnings: readonly Warning[] }) {
  return (
    <ul>
      {warnings.map(({ loss, message, seeds, failed }) => (
        <li key={`${loss} ${message}`}>
          <strong>{loss}</strong>, {seeds.length === 1 ? "seed" : "seeds"} {seeds.join(", ")}
          {failed && " (failed; not in the tables)"}: {message}
        </li>
      ))}
    </ul>
  );
}
