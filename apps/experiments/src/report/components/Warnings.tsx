import type { Warning } from "../words/groupWarnings.js";

/** What the runs complained of; nothing when they did not. */
export function Warnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null;
  return (
    <section class="warnings">
      <h2>Warnings</h2>
      <ul>
        {warnings.map(({ loss, message, seeds, failed }) => (
          <li key={`${loss} ${message}`}>
            <strong>{loss}</strong>, {seeds.length === 1 ? "seed" : "seeds"} {seeds.join(", ")}
            {failed && " (failed; not in the tables)"}: {message}
          </li>
        ))}
      </ul>
    </section>
  );
}
