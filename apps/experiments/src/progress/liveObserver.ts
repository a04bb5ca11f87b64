import type { ClosableObserver } from "./ClosableObserver.js";
import { describeEvent } from "./describeEvent.js";
import type { Paint } from "./Paint.js";
import { LiveRegion } from "./region/LiveRegion.js";
import { renderRegion } from "./region/renderRegion.js";
import { StudyProgress } from "./StudyProgress.js";

/** Milliseconds between two drawings at least, and at most. */
const DRAW_EVERY = { least: 100, most: 1000 };

/** Shows progress on a terminal: what is finished as lines, and below them a live table of what is under way. */
export function liveObserver(stream: NodeJS.WriteStream, paint: Paint): ClosableObserver {
  const progress = new StudyProgress(Date.now);
  const region = new LiveRegion(stream);
  let staying = "";
  let drawn = Number.NEGATIVE_INFINITY;
  let due: NodeJS.Timeout | undefined;
  let closed = false;

  const draw = () => {
    clearTimeout(due);
    due = undefined;
    drawn = Date.now();
    const { columns = 80, rows = 24 } = stream;
    region.draw(staying, renderRegion(progress, { columns, rows }, drawn, paint));
    staying = "";
  };
  const drawSoon = () => {
    if (due !== undefined) return;
    const wait = drawn + DRAW_EVERY.least - Date.now();
    due = setTimeout(draw, wait).unref();
  };
  const ticking = setInterval(drawSoon, DRAW_EVERY.most).unref();
  stream.on("resize", drawSoon);
  const close = () => {
    if (closed) return;
    closed = true;
    clearTimeout(due);
    clearInterval(ticking);
    stream.off("resize", drawSoon);
    process.off("uncaughtExceptionMonitor", close);
    region.close(staying);
    staying = "";
  };
  // A listener of a library may end the process at once, with the cursor hidden.
  process.on("uncaughtExceptionMonitor", close);

  return {
    observer(event) {
      progress.note(event);
      const line = describeEvent(event, progress, paint);
      if (line !== undefined) staying += `${line}\n`;
      if (closed) {
        stream.write(staying);
        staying = "";
        return;
      }
      // Work that leaves no time for timers is shown all the same.
      if (Date.now() - drawn >= DRAW_EVERY.least) draw();
      else drawSoon();
    },
    close,
  };
}
