import { expect, it } from "vitest";
import { describeProgress } from "./describeProgress.js";
import { Pace } from "./Pace.js";

it("says how much is done, how fast, and how long the rest takes at that pace", () => {
  let time = 0;
  const pace = new Pace(() => time);
  expect(describeProgress(0, 5000, "examples", pace.mark(0, 5000))).toBe("0 of 5,000 examples");
  time = 4000;
  expect(describeProgress(1000, 5000, "examples", pace.mark(1000, 5000))).toBe(
    "1,000 of 5,000 examples, 250/s, 16 s left",
  );
});

it("gives bytes in megabytes, small rates with two digits, long times in hours and minutes", () => {
  expect(describeProgress(5e6, 4e9, "bytes", { rate: 1.5e6, secondsLeft: 4000 })).toBe(
    "5.0 of 4,000 MB, 1.5 MB/s, 1 h 6 min left",
  );
  expect(describeProgress(1, 2, "examples", { rate: 0.125, secondsLeft: 61.2 })).toBe(
    "1 of 2 examples, 0.13/s, 1 min 2 s left",
  );
});

it("takes the rate over the last 20 seconds, and over a wait that was longer", () => {
  let time = 0;
  const pace = new Pace(() => time);
  pace.mark(900, 1000); // there already
  time = 1000;
  expect(pace.mark(900, 1000)).toBeUndefined();
  time = 15_000;
  expect(pace.mark(915, 1000)).toEqual({ rate: 1, secondsLeft: 85 });
  time = 30_000;
  expect(pace.mark(945, 1000)).toEqual({ rate: 2, secondsLeft: 27.5 });
  time = 90_000;
  expect(pace.mark(975, 1000)).toEqual({ rate: 0.5, secondsLeft: 50 });
});
