import { NameList } from "../components/NameList.js";
import { baselineVerdicts } from "../words/baselineVerdicts.js";
import { friedmanNote } from "../words/friedmanNote.js";
import { pairsApart } from "./pairsApart.js";
import type { StudyView } from "./studyView.js";

/** The study in words: which losses rank ahead of which, and which beat the trivial baselines everywhere. */
export function StudyFindings({ view }: { readonly view: StudyView }) {
  const { cells, ranking, losses } = view;
  const verdicts = cells.flatMap(({ results, summary }) => baselineVerdicts(results, summary));
  const counts = losses.map((loss) => {
    const own = verdicts.filter(({ row }) => row.name === loss);
    const tested = own.filter(({ row }) => row.seeds.length >= 3);
    return {
      ...{ loss, cells: own.length, tested: tested.length },
      better: tested.filter(({ supported }) => supported).length,
    };
  });
  const everywhere = counts.filter(({ better }) => better === cells.length);
  const others = counts.filter(({ tested, better }) => tested > 0 && better < cells.length);
  const untested = counts.some(({ cells: all, tested }) => tested < all);
  return (
    <dl class="findings">
      <dt>Ranks over cells</dt>
      <dd>
        {ranking === undefined ? (
          "Fewer than three cells, or fewer than three losses that every cell has: no test over cells, and so nothing is known beyond each cell."
        ) : (
          <RankFinding ranking={ranking} />
        )}
      </dd>
      {verdicts.length > 0 && (
        <>
          <dt>Against the trivial baselines</dt>
          <dd>
            <ul>
              {everywhere.length > 0 && (
                <li>
                  Better than all of them in every cell, by the paired test:{" "}
                  <NameList names={everywhere.map(({ loss }) => loss)} />.
                </li>
              )}
              {others.map(({ loss, cells: all, tested, better }) => (
                <li key={loss}>
                  <strong>{loss}</strong> is better than all of them in {better} of {tested} cells
                  {tested < all && " with a test"}
                  {all < cells.length && ` (of ${cells.length} cells ${all} have it)`}.
                </li>
              ))}
              {untested && (
                <li>
                  The paired test takes three seeds:{" "}
                  {counts.some(({ tested }) => tested > 0)
                    ? "of a cell with fewer nothing is known."
                    : "no cell has them, and so no loss is known to be better."}
                </li>
              )}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
}

function RankFinding({ ranking }: { readonly ranking: NonNullable<StudyView["ranking"]> }) {
  const [first] = ranking.methods;
  const apart = ranking.p < 0.05 ? pairsApart(ranking) : [];
  return (
    <>
      <strong>{first?.name}</strong> has the best mean rank in <code>exampleF1</code> (
      {first?.meanRank.toFixed(2)}) over {ranking.blocks} cells. {friedmanNote(ranking)}
      {ranking.p < 0.05 && apart.length === 0 && " Nemenyi's test tells no pair apart."}
      {apart.length > 0 && (
        <ul>
          {apart.map(({ better, worse }) => (
            <li key={better}>
              <strong>{better}</strong> ranks ahead of {worse.join(", ")} (Nemenyi's test, .05)
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
