import type { Command } from "commander";
import { addQueueOption, type QueueOptions } from "../queueOptions.js";

/** The options that say which sweep of which queue. */
export interface SweepOptions extends QueueOptions {
  readonly sweep?: string;
}

/** Adds them to a command. */
export function addSweepOptions(command: Command): Command {
  return addQueueOption(command).option(
    "--sweep <name>",
    "which one, by what `submit` printed or by the experiment (default: the only one; of `status`, all)",
  );
}
