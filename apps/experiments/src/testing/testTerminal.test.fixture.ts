import { Writable } from "node:stream";
import xterm from "@xterm/headless";

/** A terminal of that size, and the stream that a program writes to it. */
export function testTerminal(columns: number, rows: number) {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    convertEol: true,
    allowProposedApi: true,
  });
  /** What reached the terminal at once. */
  const written: string[] = [];
  const receive = (text: string) => {
    written.push(text);
    terminal.write(text);
  };
  const sink = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      receive(String(chunk));
      done();
    },
    writev(chunks, done) {
      receive(chunks.map(({ chunk }) => String(chunk)).join(""));
      done();
    },
  });
  const stream = Object.assign(sink, { isTTY: true, columns, rows });
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
