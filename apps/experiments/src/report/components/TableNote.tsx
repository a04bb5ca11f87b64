import type { Results } from "../../results/Results.js";
import type { Summary } from "../statistics/Summary.js";
import { tableNote } from "../words/tableNote.js";

/** What a mean, an interval, a mark and a grey row in the tables are. */
export function TableNote(props: { readonly results: Results; readonly summary: Summary }) {
  return (
    <p class="note">
      {tableNote(props.results, props.summary)} Grey rows: trivial baselines.
      <span class="screen"> A click on a heading sorts by it.</span>
    </p>
  );
}
