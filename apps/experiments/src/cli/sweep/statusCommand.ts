import { Command } from "commander";
import { queueAddress } from "../queueOptions.js";
import { describeStatus } from "./describeStatus.js";
import { addSweepOptions, type SweepOptions } from "./sweepOption.js";

interface Options extends SweepOptions {
  readonly json?: true;
}

/** `sigf1 sweep status`: how far a sweep is. */
export function statusCommand(): Command {
  return addSweepOptions(new Command("status").description("how far a sweep is, and who works"))
    .option("--json", "print JSON")
    .action(async (options: Options) => {
      const address = queueAddress(options);
      const [{ sweepStatus }, { withQueue }] = await Promise.all([
        import("../../queue/sweepStatus.js"),
        import("../../queue/withQueue.js"),
      ]);
      const status = await withQueue(address, async ({ store, queue }) =>
        sweepStatus(await store.find(options.sweep), store, queue),
      );
      process.stdout.write(
        options.json ? `${JSON.stringify(status, null, 2)}\n` : describeStatus(status),
      );
    });
}
