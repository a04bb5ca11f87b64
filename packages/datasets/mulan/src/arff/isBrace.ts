import type { ArffToken } from "./arffTokens.js";

/** Whether a token is an unquoted `{` or `}`, or the one of them that is given. */
export function isBrace({ text, quoted }: ArffToken, brace?: "{" | "}"): boolean {
  return !quoted && (brace === undefined ? text === "{" || text === "}" : text === brace);
}
