import { PassThrough } from "node:stream";
import xterm from "@xterm/headless";

/** A terminal of that size, and the stream that a program writes to it. */
export function testTerminal(columns: number, rows: number) {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    convertEol: true,
    allowProposedApi: true,
  });
  const written: string[] = [];
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns, rows });
  stream.on("data", (chunk) => {
    written.push(String(chunk));
    terminal.write(chunk);
  });
  /** What was scrolled away and what is on the screen, without empty lines at the end; one that was broken has `⏎`. */
  const text = async () => {
    await new Promise<void>((resolve) => terminal.write("", resolve));
    const { active } = terminal.buffer;
    const lines = Array.from({ length: active.length }, (_, row) => {
      const line = active.getLine(row);
      return `${line?.isWrapped ? "⏎" : ""}${line?.translateToString(true)}`;
    });
    return lines.join("\n").trimEnd().split("\n");
  };
  const resize = async (columns: number, rows: number) => {
    await text();
    terminal.resize(columns, rows);
    Object.assign(stream, { columns, rows }).emit("resize");
  };
  // What a program uses of a terminal's stream is there.
  return { stream: stream as unknown as NodeJS.WriteStream, written, text, resize };
}
