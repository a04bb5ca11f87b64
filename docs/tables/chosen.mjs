import { refuse } from "./refuse.mjs";

/**
 * The names of a list with commas; one that is not there ends the program with those that are.
 * @param {string} what the names are of
 * @param {string} list
 * @param {Iterable<string>} there
 * @returns {string[]}
 */
export function chosen(what, list, there) {
  const known = [...new Set(there)];
  const names = list.split(",");
  for (const name of names) {
    if (!known.includes(name)) refuse(`no ${what} "${name}"; expected some of ${known.join(",")}`);
  }
  return names;
}
