import type { DecisionRule, LabelMatrix, ScoreMatrix } from "@sigf1/metrics";

/** A rule that keeps what it is shown, and decides the label of every score that it was fitted on. */
export function recordingRule(): DecisionRule & {
  readonly fitted: { scores: ScoreMatrix; labels: LabelMatrix }[];
  readonly decided: ScoreMatrix[];
} {
  const fitted: { scores: ScoreMatrix; labels: LabelMatrix }[] = [];
  const decided: ScoreMatrix[] = [];
  return {
    name: "rote",
    fitted,
    decided,
    fit(scores: ScoreMatrix, labels: LabelMatrix) {
      fitted.push({ scores, labels });
      const known = new Map([...scores.data].map((score, i) => [score, labels.data[i] ?? 0]));
      return {
        rule: "rote",
        decide(asked: ScoreMatrix) {
          decided.push(asked);
          return { ...asked, data: Uint8Array.from(asked.data, (score) => known.get(score) ?? 0) };
        },
      };
    },
  };
}
