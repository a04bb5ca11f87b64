import type { FoldedResults } from "../grid/foldVariants.js";
import type { Summary } from "../statistics/Summary.js";

/** What was run, in figures. */
export function Facts(props: { readonly folded: FoldedResults; readonly summary: Summary }) {
  const { results, variants } = props.folded;
  const { losses, series, rules, seeds } = props.summary;
  const different = new Set(losses.map((loss) => series.get(loss))).size;
  const facts: readonly (readonly [string, string, string?])[] = [
    ["Dataset", results.dataset.id],
    [
      "Examples",
      count(results.dataset.examples),
      `${results.split.resampled ? "first seed: " : ""}${count(results.split.train)} train · ${count(results.split.validation)} validation · ${count(results.split.test)} test`,
    ],
    ["Classes", count(results.dataset.classes)],
    ["Labels per example", results.dataset.cardinality.toFixed(2)],
    [
      "Losses",
      count(different),
      `${variants > 0 ? `${count(variants)} variants · ` : ""}${rules.length} decision rules`,
    ],
    ["Seeds", count(seeds.length)],
    ["Engine", results.engine],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value, detail]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {detail !== undefined && <small>{detail}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}
