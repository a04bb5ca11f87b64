import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { testTerminal } from "../testing/testTerminal.test.fixture.js";
import { terminalObserver } from "./terminalObserver.js";

beforeEach(() => {
  for (const name of ["NO_COLOR", "FORCE_COLOR", "NODE_DISABLE_COLORS"])
    vi.stubEnv(name, undefined);
  vi.stubEnv("TERM", "xterm-256color");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** What is written about a failed run. */
function written(terminal: object = {}): string {
  const { stream, written } = testTerminal(80, 24);
  const { observer, close } = terminalObserver(Object.assign(stream, terminal));
  observer({ event: "study", cells: 1, runs: 2 });
  observer({ event: "run-failed", loss: "focal", seed: 0, reason: "diverged" });
  close();
  return written.join("");
}

const line = "[1/2] focal, seed 0: failed: diverged\n";
const red = "\x1b[31m";

it("draws live and in colour on a terminal", () => {
  expect(written()).toContain("0 of 2 runs");
  expect(written()).toContain(`${red}failed:`);
  expect(written()).toContain("m─");
});

it("has no colour with NO_COLOR", () => {
  vi.stubEnv("NO_COLOR", "1");
  const text = written({ getColorDepth: () => 1 });
  expect(text).toContain("0 of 2 runs");
  expect(text).toContain(line);
  expect(text).not.toContain("m━");
  expect(text).not.toContain("m─");
});

it.each([
  ["not a terminal", { isTTY: false }],
  ["a terminal of unknown size", { columns: 0, rows: 0 }],
])("writes lines alone where the stream is %s", (_case, terminal) => {
  expect(written({ ...terminal, getColorDepth: () => 1 })).toBe(line);
});

it("writes lines alone on a dumb terminal", () => {
  vi.stubEnv("TERM", "dumb");
  expect(written({ getColorDepth: () => 1 })).toBe(line);
});

it("colours lines where FORCE_COLOR says so", () => {
  vi.stubEnv("FORCE_COLOR", "1");
  expect(written({ isTTY: false })).toBe(line.replace("failed:", `${red}failed:\x1b[39m`));
});
