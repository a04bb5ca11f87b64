import type { Summary } from "../statistics/Summary.js";
import type { BaselineVerdict } from "../words/baselineVerdicts.js";
import { whyBelow } from "../words/whyBelow.js";
import { NameList } from "./NameList.js";

/** Which losses beat all trivial baselines in macroF1 at threshold-0.5, and why the others do not. */
export function BaselineFinding(props: {
  readonly verdicts: readonly BaselineVerdict[];
  readonly summary: Summary;
  readonly cardinality: number;
}) {
  const { verdicts, summary, cardinality } = props;
  const reference = verdicts[0]?.reference;
  if (reference === undefined) return null;
  const beaten = verdicts.filter(({ supported }) => supported);
  const untested = verdicts.filter(({ above, supported }) => above && !supported);
  const below = verdicts.filter(({ above }) => !above);
  return (
    <>
      <dt>Against the trivial baselines</dt>
      <dd>
        In <code>macroF1</code> at threshold-0.5 the strongest trivial baseline is {reference.name}{" "}
        ({reference.macroF1.toFixed(3)}).
        <ul>
          {beaten.length > 0 && (
            <li>
              Better than all of them, by the paired test:{" "}
              <NameList names={beaten.map(({ row }) => row.name)} />.
            </li>
          )}
          {untested.length > 0 && (
            <li>
              Higher than all of them, but{" "}
              {summary.seeds.length < 2 ? "untested on one seed" : "not supported by the test"}:{" "}
              <NameList names={untested.map(({ row }) => row.name)} />.
            </li>
          )}
          {below.map((verdict) => (
            <li key={verdict.row.name} class="below">
              <strong>{verdict.row.name}</strong> does not beat them (
              {verdict.row.cells.macroF1.mean.toFixed(3)}
              ): {whyBelow(verdict, summary, cardinality)}.
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}
