import { Command } from "commander";
import { cancelCommand } from "./cancelCommand.js";
import { collectCommand } from "./collectCommand.js";
import { statusCommand } from "./statusCommand.js";
import { submitCommand } from "./submitCommand.js";

/** `sigf1 sweep`: an experiment's runs through a queue, done by workers on any number of machines. */
export function sweepCommand(exit: (code: number) => void): Command {
  const command = new Command("sweep").description(
    "let workers on many machines do an experiment's runs",
  );
  for (const subcommand of [
    submitCommand(),
    statusCommand(),
    collectCommand(exit),
    cancelCommand(),
  ])
    command.addCommand(subcommand);
  return command;
}
