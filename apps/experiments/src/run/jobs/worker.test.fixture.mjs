// Stands in for worker.js: ends the runs of seed 1 by its own death, those of seed 2 as impossible, never those of
// seed 5, others as done.
process.on("disconnect", () => process.exit());
process.on("message", (message) => {
  if (message.type !== "run") return;
  const event = { event: "warning", text: `${process.pid} ${message.run}` };
  process.send({ type: "event", event });
  if (message.run.startsWith("a-1-")) process.kill(process.pid, "SIGKILL");
  else if (message.run.startsWith("a-2-"))
    process.send({ type: "impossible", reason: "no such data" });
  else if (message.run.startsWith("a-5-"))
    setImmediate(() => {
      for (;;);
    });
  else process.send({ type: "done", seconds: 1 });
});
