import type { Summary } from "../statistics/Summary.js";
import type { BaselineVerdict } from "../words/baselineVerdicts.js";
import { whyBelow } from "../words/whyBelow.js";
import { NameList } from "./NameList.js";

/** Which losses beat all trivial baselines by the figure and rule of `baselineVerdicts`, and why the others do not. */
export function BaselineFinding(props: {
  readonly verdicts: readonly BaselineVerdict[];
  readonly summary: Summary;
  readonly cardinality: number;
}) {
  const { verdicts, summary, cardinality } = props;
  const [first] = verdicts;
  if (first === undefined) {
    return (
      <>
        <dt>Against the trivial baselines</dt>
        <dd>
          No trivial baseline was run (key <code>baselines</code> of the experiment file): whether
          the losses beat predictors that learn nothing is not known.
        </dd>
      </>
    );
  }
  const { decision, reference } = first;
  const beaten = verdicts.filter(({ supported }) => supported);
  const untested = verdicts.filter(({ above, supported }) => above && !supported);
  const below = verdicts.filter(({ above }) => !above);
  return (
    <>
      <dt>Against the trivial baselines</dt>
      <dd>
        In <code>exampleF1</code> with {decision} the strongest trivial baseline is {reference.name}{" "}
        ({reference.exampleF1.toFixed(3)}).
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
              {summary.seeds.length < 3
                ? "untested on fewer than three seeds"
                : "not supported by the test"}
              : <NameList names={untested.map(({ row }) => row.name)} />.
            </li>
          )}
          {below.map((verdict) => (
            <li key={verdict.row.name} class="below">
              <strong>{verdict.row.name}</strong> does not beat them (
              {verdict.row.cells.exampleF1.mean.toFixed(3)}
              ): {whyBelow(verdict, summary, cardinality)}.
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}
