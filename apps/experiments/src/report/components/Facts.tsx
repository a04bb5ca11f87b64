import type { Results } from "../../results/Results.js";
import type { FoldedResults } from "../grid/foldVariants.js";
import type { Summary } from "../statistics/Summary.js";
import { describeEncoder } from "../words/describeEncoder.js";
import { describeHead } from "../words/describeHead.js";

type Fact = readonly [name: string, value: string, detail?: string];

/** What was run, in figures. */
export function Facts(props: { readonly folded: FoldedResults; readonly summary: Summary }) {
  const { results, variants } = props.folded;
  const { losses, classical, series, rules, seeds } = props.summary;
  const trained = losses.filter((loss) => !classical.has(loss));
  const different = new Set(trained.map((loss) => series.get(loss))).size;
  const facts: readonly Fact[] = [
    ["Dataset", results.dataset.id],
    [
      "Examples",
      count(results.dataset.examples),
      `${results.split.resampled ? "first seed: " : ""}${count(results.split.train)} train · ${count(results.split.validation)} validation · ${count(results.split.test)} test`,
    ],
    ...leftOut(results.skipped),
    ["Classes", count(results.dataset.classes)],
    ["Labels per example", results.dataset.cardinality.toFixed(2)],
    [
      "Losses",
      count(different),
      `${variants > 0 ? `${count(variants)} variants · ` : ""}${rules.length} decision rules`,
    ],
    ["Seeds", count(seeds.length)],
    ...(results.encoder ? [["Encoder", ...describeEncoder(results.encoder.id)] as const] : []),
    ["Head", ...describeHead(results.settings)],
    [
      "Engine",
      results.engine,
      results.compiled ? "training compiled (ONNX Runtime)" : "training operation by operation",
    ],
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

function leftOut(skipped: Results["skipped"] = []): readonly Fact[] {
  if (skipped.length === 0) return [];
  const all = skipped.reduce((sum, { count: of }) => sum + of, 0);
  const reasons = skipped.map(({ reason, count: of }) => `${count(of)}: ${reason}`);
  return [["Left out", count(all), reasons.join("; ")]];
}
