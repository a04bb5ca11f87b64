import { resolve } from "node:path";
import { Command } from "commander";
import { definedOnly } from "../../config/definedOnly.js";
import { terminalObserver } from "../../progress/terminalObserver.js";
import { commandLine } from "../commandLine.js";
import { addQueueOption, type QueueOptions, queueAddress } from "../queueOptions.js";
import { readStudy, type SourceOptions, sourceOptions } from "../studyOptions.js";

interface Options extends SourceOptions, QueueOptions {
  readonly json?: true;
}

/** `sigf1 sweep submit`: puts an experiment's runs into a queue. */
export function submitCommand(): Command {
  const command = new Command("submit").description(
    "put the runs of an experiment into a queue; what is there or done is not added",
  );
  return sourceOptions(addQueueOption(command))
    .option("--json", "print JSON")
    .addHelpText("after", "\nThe data must be here, too: they decide what the runs are.")
    .action(submit);
}

async function submit(file: string, options: Options): Promise<void> {
  const address = queueAddress(options);
  const study = await readStudy(file, options);
  const [{ planSweep }, { submitSweep }, { withQueue }] = await Promise.all([
    import("../../queue/planSweep.js"),
    import("../../queue/submitSweep.js"),
    import("../../queue/withQueue.js"),
  ]);
  await withQueue(address, async ({ store, queue }) => {
    const { observer, close } = terminalObserver(process.stderr);
    const { engine, compile, data } = options;
    // Results name the command: without the password.
    const args = process.argv.slice(2).map((arg) => arg.replace(options.queue, address.shown));
    const settings = { engine, compile, ...definedOnly({ data: data && resolve(data) }) };
    const sweep = await planSweep(study, settings, { observer }, commandLine(args)).finally(close);
    const { runs, added, retried, done } = await submitSweep(sweep, store, queue);
    if (options.json) {
      const told = { sweep: sweep.id, runs, added, retried, done };
      process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
      return;
    }
    const there = runs - added - retried - done;
    const rest = [
      [retried, "that had failed are tried again"],
      [there, "were in the queue already"],
      [done, "were done already"],
    ].flatMap(([count, what]) => (count === 0 ? [] : [`, ${count} ${what}`]));
    process.stdout.write(`${sweep.id}: ${added} of ${runs} runs added${rest.join("")}\n`);
  });
}
