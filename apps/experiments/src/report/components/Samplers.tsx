import { isOverExamples } from "../statistics/isOverExamples.js";
import type { Posterior } from "../statistics/posteriors.js";
import type { Summary } from "../statistics/Summary.js";
import { LossName } from "./LossName.js";

/** More rows than these are behind a fold: one parameter per class can make very many. */
const MOST = 12;
/** In pixels, as in the tables of results. */
const NAME_WIDTH = 200;

/** How the samplers of the losses did; nothing where no loss samples. */
export function Samplers(props: {
  readonly posteriors: readonly Posterior[];
  readonly summary: Summary;
}) {
  const { posteriors, summary } = props;
  if (posteriors.length === 0) return null;
  const rest = posteriors.slice(MOST);
  return (
    <section>
      <h2>Samplers</h2>
      <SamplerTable posteriors={posteriors.slice(0, MOST)} summary={summary} />
      <p class="note">
        Of draws made after training, with the weights of the best epoch, on one batch: the first
        rows of the training part. Mean, SD and acceptance: means over seeds. 95 % of draws: between
        the 2.5 % and 97.5 % quantiles of all seeds' draws, where the runs kept them. ESS: effective
        sample size, the lowest of a seed. R̂: split-R̂, the highest of a seed; well above 1, the
        draws had not settled.
        {posteriors.some(({ parameter }) => isOverExamples(parameter)) &&
          " Over examples: each draw is a mean over the examples of the batch, whose chains begin anew with each call of the loss; it varies far less than what it is the mean of, and its SD and quantiles are not those of the posterior of an example."}
      </p>
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more parameters</summary>
          <SamplerTable posteriors={rest} summary={summary} />
        </details>
      )}
    </section>
  );
}

const columns: readonly {
  readonly head: string;
  readonly cell: (row: Posterior) => string | undefined;
}[] = [
  { head: "Parameter", cell: ({ parameter }) => parameter },
  { head: "Mean", cell: ({ mean }) => mean?.toFixed(3) },
  { head: "SD", cell: ({ sd }) => sd?.toFixed(3) },
  {
    head: "95 % of draws",
    cell: ({ interval }) => interval?.map((end) => end.toFixed(2)).join(" to "),
  },
  { head: "ESS", cell: ({ leastEss }) => leastEss?.toFixed(0) },
  { head: "R̂", cell: ({ highestRHat }) => highestRHat?.toFixed(2) },
  { head: "Acceptance", cell: ({ acceptance }) => acceptance?.toFixed(2) },
  { head: "Draws", cell: ({ draws }) => String(draws) },
];

function SamplerTable(props: {
  readonly posteriors: readonly Posterior[];
  readonly summary: Summary;
}) {
  return (
    <div class="scroll">
      <table>
        <colgroup>
          <col style={{ width: `${NAME_WIDTH}px` }} />
          <col span={columns.length} />
        </colgroup>
        <thead>
          <tr>
            <td />
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.posteriors.map((row) => (
            <tr key={`${row.loss} ${row.parameter}`}>
              <th scope="row">
                <LossName name={row.loss} summary={props.summary} />
              </th>
              {columns.map(({ head, cell }) => (
                <td key={head}>{cell(row) ?? "–"}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
