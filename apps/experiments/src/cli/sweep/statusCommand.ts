import { Command } from "commander";
import type { SweepStatus } from "../../queue/sweepStatus.js";
import { queueAddress } from "../queueOptions.js";
import { describeShortly, describeStatus } from "./describeStatus.js";
import { addSweepOptions, type SweepOptions } from "./sweepOption.js";

interface Options extends SweepOptions {
  readonly json?: true;
}

/** `sigf1 sweep status`: how far a sweep is. */
export function statusCommand(): Command {
  return addSweepOptions(
    new Command("status").description("how far a sweep is, and who works; of several, a line each"),
  )
    .option("--json", "print JSON: a sweep, or an array where there are several")
    .action(async (options: Options) => {
      const address = queueAddress(options);
      const [{ sweepStatus }, { withQueue }] = await Promise.all([
        import("../../queue/sweepStatus.js"),
        import("../../queue/withQueue.js"),
      ]);
      const statuses = await withQueue(address, async ({ store, queue }) => {
        const sweeps = await store.named(options.sweep);
        const found: SweepStatus[] = [];
        for (const sweep of sweeps) found.push(await sweepStatus(sweep, store, queue));
        return found;
      });
      const [only, ...others] = statuses;
      if (options.json) {
        const told = others.length === 0 ? only : statuses;
        process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
      } else if (only !== undefined && others.length === 0) {
        process.stdout.write(describeStatus(only));
      } else process.stdout.write(statuses.map(describeShortly).join(""));
    });
}
