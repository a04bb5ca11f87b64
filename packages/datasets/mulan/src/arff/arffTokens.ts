/** A word of a line of ARFF: unquoted text, quoted text without its quotes, or a brace. */
export interface ArffToken {
  readonly text: string;
  /** "{" and "}" are braces, and "?" is a missing value, only where they stand unquoted. */
  readonly quoted: boolean;
}

const word =
  /[\s,]*(?:%.*|([{}])|"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([^\s,{}%"'][^\s,{}%]*)|$)/suy;
const controls: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/**
 * Splits a line of ARFF as Weka does: words are separated by white space and commas, `{` and `}` stand by
 * themselves, a word in single or double quotes may hold any of these, with `\` before a quote or a `\`; `%`
 * outside quotes begins a comment.
 *
 * @throws SyntaxError when a quote is not closed.
 */
export function arffTokens(line: string): ArffToken[] {
  const tokens: ArffToken[] = [];
  word.lastIndex = 0;
  while (word.lastIndex < line.length) {
    const start = word.lastIndex;
    const match = word.exec(line);
    if (match === null) {
      const rest = line.slice(start).trim();
      throw new SyntaxError(`the quote before ${rest.slice(0, 40)} is not closed`);
    }
    const [, brace, double, single, plain] = match;
    const quoted = double ?? single;
    const unquoted = brace ?? plain;
    if (quoted !== undefined) tokens.push({ text: withoutEscapes(quoted), quoted: true });
    else if (unquoted !== undefined) tokens.push({ text: unquoted, quoted: false });
  }
  return tokens;
}

function withoutEscapes(text: string): string {
  return text.replace(/\\(.)/gsu, (_pair, char: string) => controls[char] ?? char);
}
