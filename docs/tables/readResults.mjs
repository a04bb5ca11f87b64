import { readFileSync } from "node:fs";
import { refuse } from "./refuse.mjs";
import { userPath } from "./userPath.mjs";

/**
 * The `results.json` of an experiment.
 * @param {string} path relative to where the user stands
 */
export function readResults(path) {
  let results;
  try {
    results = JSON.parse(readFileSync(userPath(path), "utf8"));
  } catch (error) {
    refuse(`cannot read ${path}, the results.json of an experiment: ${error.message}`);
  }
  for (const field of ["rows", "runs", "settings", "split"]) {
    if (results?.[field] === undefined) {
      refuse(`${path} has no ${field}; expected the results.json of a finished run`);
    }
  }
  return results;
}
