import { clearScreenDown, moveCursor } from "node:readline";
import { createLogUpdate } from "log-update";
import stringWidth from "string-width";

/** Lines at the end of a terminal that are drawn anew, below lines that stay. The cursor is hidden until it is closed. */
export class LiveRegion {
  readonly #update: ReturnType<typeof createLogUpdate>;
  #drawn: readonly string[] = [];
  #columns: number;

  constructor(private readonly stream: NodeJS.WriteStream) {
    this.#update = createLogUpdate(stream);
    this.#columns = stream.columns;
  }

  /** Writes what stays, which ends with a line's end or is empty, and draws the lines below it, all at once. */
  draw(staying: string, lines: readonly string[]): void {
    this.stream.cork();
    if (this.stream.columns !== this.#columns) this.#clearReflowed();
    if (staying !== "" || lines.length === 0) this.#update.clear();
    this.stream.write(staying);
    if (lines.length > 0) this.#update(lines.join("\n"));
    this.stream.uncork();
    this.#drawn = lines;
    this.#columns = this.stream.columns;
  }

  /** Takes the lines away and shows the cursor. */
  close(staying: string): void {
    this.draw(staying, []);
    this.#update.done();
  }

  /** A terminal that became narrower has broken the lines: they take more rows than were written. */
  #clearReflowed(): void {
    const { columns } = this.stream;
    const rows = this.#drawn.map((line) => Math.max(1, Math.ceil(stringWidth(line) / columns)));
    const added = rows.reduce((sum, row) => sum + row, 0) - this.#drawn.length;
    this.#update.clear();
    if (added > 0) moveCursor(this.stream, 0, -added);
    clearScreenDown(this.stream);
  }
}
