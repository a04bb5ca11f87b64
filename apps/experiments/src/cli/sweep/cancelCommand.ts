import { Command } from "commander";
import { queueAddress } from "../queueOptions.js";
import { addSweepOptions, type SweepOptions } from "./sweepOption.js";

interface Options extends SweepOptions {
  readonly purge?: true;
}

/** `sigf1 sweep cancel`: stops a sweep. */
export function cancelCommand(): Command {
  return addSweepOptions(
    new Command("cancel").description("take a sweep's waiting runs out of the queue, stop others"),
  )
    .option("--purge", "also remove its results from the queue")
    .addHelpText("after", "\nWhat is done can be collected, and `submit` adds the rest again.")
    .action(async (options: Options) => {
      const address = queueAddress(options);
      const [{ cancelSweep }, { withQueue }] = await Promise.all([
        import("../../queue/cancelSweep.js"),
        import("../../queue/withQueue.js"),
      ]);
      await withQueue(address, async ({ store, queue }) => {
        const { id } = await store.find(options.sweep);
        const { purge = false } = options;
        const { removed, stopping } = await cancelSweep(id, store, queue, purge);
        process.stdout.write(
          `${id}: ${removed} waiting runs removed, ${stopping} under way will stop${purge ? ", results removed" : ""}\n`,
        );
      });
    });
}
