import { expect, it } from "vitest";
import { StudyProgress } from "./StudyProgress.js";
import { studyTimeLeft } from "./studyTimeLeft.js";

const begin = (seed: number) => ({ event: "run-begin", loss: "focal", seed, epochs: 10 }) as const;
const end = (seed: number, seconds: number) =>
  ({ event: "run-end", loss: "focal", seed, seconds }) as const;

function study(runs: number) {
  const clock = { time: 0 };
  const progress = new StudyProgress(() => clock.time);
  progress.note({ event: "study", cells: 1, runs });
  return { progress, clock };
}

it("is not known before a run is done", () => {
  const { progress } = study(4);
  progress.note(begin(0));
  expect(studyTimeLeft(progress, 5000)).toBeUndefined();
});

it("shares the rest among as many runs as were under way at the same time", () => {
  const { progress, clock } = study(7);
  progress.note(begin(0));
  progress.note(begin(1));
  clock.time = 10_000;
  progress.note(end(0, 10)); // while the next has not begun, there is one
  expect(studyTimeLeft(progress, 10_000)).toBe((5 * 10 + 0) / 2);
  progress.note(begin(2));
  expect(studyTimeLeft(progress, 14_000)).toBe((4 * 10 + 6) / 2);
});

it("is at least the rest of a run that is under way", () => {
  const { progress, clock } = study(3);
  progress.note(begin(0));
  progress.note(begin(1));
  progress.note(end(0, 10));
  progress.note(end(1, 30));
  clock.time = 30_000;
  progress.note(begin(2));
  expect(studyTimeLeft(progress, 35_000)).toBe(15);
  expect(studyTimeLeft(progress, 60_000)).toBeUndefined();
});
