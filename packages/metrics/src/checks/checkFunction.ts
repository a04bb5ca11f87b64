import { show } from "./show.js";

/** @throws TypeError when a value is no function; `of` says what its arguments are */
export function checkFunction(name: string, value: unknown, of: string): void {
  if (typeof value === "function") return;
  throw new TypeError(`${name} is ${show(value)}; expected a function of ${of}`);
}
