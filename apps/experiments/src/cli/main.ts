import { Command, CommanderError } from "commander";
import { ConfigurationError } from "../config/ConfigurationError.js";
import { version } from "../results/environment.js";
import { datasetsCommand } from "./datasets/datasetsCommand.js";
import { doctorCommand } from "./doctorCommand.js";
import { exportCommand } from "./exportCommand.js";
import { featuresCommand } from "./featuresCommand.js";
import { listCommand } from "./listCommand.js";
import { planCommand } from "./planCommand.js";
import { refuseUnknownSubcommand } from "./refuseUnknownSubcommand.js";
import { reportCommand } from "./reportCommand.js";
import { runCommand } from "./runCommand.js";
import { sweepCommand } from "./sweep/sweepCommand.js";
import { workerCommand } from "./workerCommand.js";

/** The program `sigf1`. Resolves to its exit code: 0 done, 1 a run failed, 2 wrong usage or configuration. */
export async function sigf1(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  // Whoever reads may stop reading, as `head` does.
  process.stdout.on("error", ({ code }: NodeJS.ErrnoException) =>
    process.exit(code === "EPIPE" ? 0 : 1),
  );
  // Where nobody reads the progress, the run goes on without.
  process.stderr.on("error", ({ code }: NodeJS.ErrnoException) => {
    if (code !== "EPIPE") process.exit(1);
  });
  const program = new Command("sigf1")
    .description("Trains and compares losses for multilabel classification.")
    .version(version)
    .option("--no-color", "no colours, as with NO_COLOR in the environment")
    .hook("preAction", () => {
      if (program.opts().color !== false) return;
      process.env.NO_COLOR = "1";
      delete process.env.FORCE_COLOR; // which Node.js heeds first
    })
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError()
    .exitOverride();
  const commands = [
    runCommand,
    planCommand,
    sweepCommand,
    workerCommand,
    reportCommand,
    exportCommand,
    datasetsCommand,
    featuresCommand,
    listCommand,
    doctorCommand,
  ];
  for (const command of commands) {
    const built = command((code) => {
      exitCode = code;
    });
    program.addCommand(built);
    inheritSettings(built, program);
    refuseUnknownSubcommand(built);
  }
  program.addHelpText(
    "after",
    "\nExit codes: 0 done, 1 a run failed or data is missing, 2 wrong usage or configuration, 130 interrupted.",
  );
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    return report(error);
  }
}

function inheritSettings(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent);
  for (const subcommand of command.commands) inheritSettings(subcommand, command);
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`sigf1: ${message}\n`);
  if (process.env.SIGF1_DEBUG && error instanceof Error) {
    process.stderr.write(`${error.stack}\n`);
  }
  return error instanceof ConfigurationError ? 2 : 1;
}
