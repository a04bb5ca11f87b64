import type { Command } from "commander";

/** Lets a command with a default subcommand name its subcommands where an argument is none of them. */
export function refuseUnknownSubcommand(command: Command): void {
  command.hook("preSubcommand", ({ args: [given], commands }) => {
    const names = commands.map((subcommand) => subcommand.name());
    if (given === undefined || given.startsWith("-") || names.includes(given)) return;
    command.error(
      `error: unknown subcommand "${given}" of ${command.name()}; expected ${names.join(", ")}`,
    );
  });
}
