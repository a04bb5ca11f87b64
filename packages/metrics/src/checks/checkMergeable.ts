import { show } from "./show.js";

/** @throws TypeError when what is to be merged is of another class, such as the JSON of one */
export function checkMergeable(
  other: unknown,
  kind: abstract new (...args: never[]) => unknown,
  name: string,
): void {
  if (other instanceof kind) return;
  throw new TypeError(
    `merge takes a ${name} and was given ${show(other)}; read JSON with ${name}.fromJson`,
  );
}
