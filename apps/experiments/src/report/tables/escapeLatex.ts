const COMMANDS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  '"': "''",
  "±": "$\\pm$",
  "↓": "$\\downarrow$",
};

/** A text as LaTeX sets it: nothing in it is a command, a cell's end, a ligature or a new line. */
export function escapeLatex(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .replaceAll(/[\\~^<>|"±↓]|[&%$#_{}]|-(?=-)/g, (sign) =>
      sign === "-" ? "-{}" : (COMMANDS[sign] ?? `\\${sign}`),
    );
}
