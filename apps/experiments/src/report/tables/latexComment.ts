/** A text as a comment of LaTeX, on one line. */
export function latexComment(text: string): string {
  return `% ${text.replaceAll(/[\s\p{Cc}]+/gu, " ")}`;
}
