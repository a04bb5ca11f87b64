import { show } from "./show.js";

/** @throws TypeError when a value is no array, typed array or other object with a length */
export function checkList(name: string, value: unknown, expected = "an array of numbers"): void {
  if (typeof value === "object" && value !== null && "length" in value) return;
  throw new TypeError(`${name} is ${show(value)}; expected ${expected}`);
}
