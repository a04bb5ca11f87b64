import type { Results } from "../../results/Results.js";

/** Says that the experiment is not whole, where it is not. */
export function Unfinished({ results }: { readonly results: Results }) {
  const done = results.runs.length + results.failures.length;
  if (done >= results.planned) return null;
  return (
    <p>
      <strong>
        Unfinished: {done} of {results.planned} runs.
      </strong>{" "}
      Losses are compared on the seeds that each has so far.
    </p>
  );
}
