/** Mean width of a character in the bold type of panel titles, in pixels. */
const CHARACTER = 7.6;

/** Height of one line of a panel title, in pixels. */
export const TITLE_LINE = 17;

/** The lines of a panel title, none wider than `width` pixels: parted after spaces and hyphens, long words anywhere. */
export function wrapTitle(title: string, width: number): string[] {
  const most = Math.max(1, Math.floor(width / CHARACTER));
  const lines: string[] = [];
  let line = "";
  for (const word of title.split(/(?<=[ -])/)) {
    if (line !== "" && (line + word).trimEnd().length > most) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += word;
    while (line.trimEnd().length > most) {
      lines.push(line.slice(0, most));
      line = line.slice(most);
    }
  }
  return [...lines, line.trimEnd()];
}
