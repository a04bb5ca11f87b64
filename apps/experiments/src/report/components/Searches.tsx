import type { Summary } from "../statistics/Summary.js";
import type { SearchedLoss } from "../statistics/searchedSettings.js";
import { LossName } from "./LossName.js";

/** In pixels, as in the tables of results. */
const NAME_WIDTH = 200;

const LEFT = { textAlign: "left", paddingLeft: "24px", whiteSpace: "normal" } as const;

/** What the searches of settings chose; nothing where nothing was searched. */
export function Searches(props: {
  readonly searched: readonly SearchedLoss[];
  readonly summary: Summary;
}) {
  const { searched, summary } = props;
  if (searched.length === 0) return null;
  const { length: seeds } = summary.seeds;
  return (
    <section>
      <h2>Searched settings</h2>
      <p class="note">
        Each run tried settings on the validation part of its own seed and evaluated the best on the
        test part, once. Validation: the figure that the trials were compared by, mean over seeds.
        The file's own: seeds that chose the settings that the file gives. Values: the chosen ones,
        a seed after the other; – is the loss's default.
      </p>
      <details>
        <summary>The settings of {searched.length} losses</summary>
        <div class="scroll">
          <table>
            <colgroup>
              <col style={{ width: `${NAME_WIDTH}px` }} />
              <col span={3} style={{ width: "90px" }} />
              <col />
            </colgroup>
            <thead>
              <tr>
                <td />
                <th scope="col">Trials</th>
                <th scope="col">Validation</th>
                <th scope="col">The file's own</th>
                <th scope="col" style={LEFT}>
                  Chosen values
                </th>
              </tr>
            </thead>
            <tbody>
              {searched.map((loss) => (
                <tr key={loss.loss}>
                  <th scope="row">
                    <LossName name={loss.loss} summary={summary} />
                  </th>
                  <td>{loss.trials}</td>
                  <td>{loss.figure.toFixed(3)}</td>
                  <td>
                    {loss.ownChosen} of {seeds}
                  </td>
                  <td style={LEFT}>
                    {loss.settings.map(({ name, values }) => (
                      <div key={name}>
                        {name}: {values.map(show).join(", ")}
                      </div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

function show(value: unknown): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "number") {
    const short = Number(value.toPrecision(2));
    return Math.abs(short) < 1e-3 && short !== 0 ? short.toExponential() : String(short);
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}
