import type { Results } from "../../results/Results.js";
import type { Summary, SummaryCell } from "../statistics/Summary.js";
import { baselineVerdicts } from "../words/baselineVerdicts.js";
import { markedName } from "../words/markedName.js";
import { supportedBests } from "../words/supportedBests.js";
import { validationChoice } from "../words/validationChoice.js";
import { watchedFigures } from "../words/watchedFigures.js";
import { BaselineFinding } from "./BaselineFinding.js";

/** The report in words: what validation chooses, what is significant, what beats the trivial baselines. */
export function Findings(props: { readonly results: Results; readonly summary: Summary }) {
  const { results, summary } = props;
  const verdicts = baselineVerdicts(results, summary);
  return (
    <dl class="findings">
      <ChoiceFinding {...props} />
      <SignificanceFinding summary={summary} />
      <BaselineFinding
        verdicts={verdicts}
        summary={summary}
        cardinality={results.dataset.cardinality}
      />
    </dl>
  );
}

function ChoiceFinding(props: { readonly results: Results; readonly summary: Summary }) {
  const choice = validationChoice(props.results);
  const watched = watchedFigures(props.results);
  const test = props.summary.rules
    .find(({ decision }) => decision === choice?.decision)
    ?.losses.find(({ name }) => name === choice?.loss)?.cells.exampleF1;
  if (choice === undefined || test === undefined) return null;
  return (
    <>
      <dt>Chosen by validation</dt>
      <dd>
        <strong>{markedName(choice.loss, props.summary)}</strong> with{" "}
        <strong>{choice.decision}</strong> has the best mean <code>exampleF1</code> on the
        validation part ({choice.validation.toFixed(3)}). On the test part it reaches{" "}
        <strong>{withInterval(test)}</strong>.
        {watched.some((figure) => figure !== "exampleF1") && (
          <>
            {" "}
            Every report chooses by <code>exampleF1</code>, so that reports can be compared; early
            stopping watches <code>{watched.join(", ")}</code> here
            {watched.length > 1 && ", each loss its own"}.
          </>
        )}
      </dd>
    </>
  );
}

function SignificanceFinding({ summary }: { readonly summary: Summary }) {
  const { bests, compared } = supportedBests(summary);
  const supported = bests.reduce((sum, { metrics }) => sum + metrics.length, 0);
  return (
    <>
      <dt>Significant differences</dt>
      <dd>
        {summary.seeds.length < 3 ? (
          "Fewer than three seeds: there is no test, so no difference in this report is known to be more than chance."
        ) : supported === 0 ? (
          `None of ${compared} comparisons (metric × decision rule): nowhere is one loss better than every other by the paired test.`
        ) : (
          <>
            In {supported} of {compared} comparisons (metric × decision rule) one loss is better
            than every other by the paired test; in the rest none is.
            <ul>
              {bests.map(({ decision, loss, metrics }) => (
                <li key={`${decision} ${loss}`}>
                  <strong>{markedName(loss, summary)}</strong> with {decision}: {metrics.join(", ")}
                </li>
              ))}
            </ul>
          </>
        )}
      </dd>
    </>
  );
}

function withInterval({ mean, halfWidth }: SummaryCell): string {
  return halfWidth === undefined ? mean.toFixed(3) : `${mean.toFixed(3)} ± ${halfWidth.toFixed(3)}`;
}
