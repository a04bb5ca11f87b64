/** A text in a line of Markdown: nothing in it is markup, a cell's end or a new line. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_{}[\]<>#|~&]/g, "\\$&");
}
