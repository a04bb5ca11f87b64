import { Command } from "commander";
import { datasets } from "../../registry/datasets.js";
import { checkCommand } from "./checkCommand.js";
import { infoCommand } from "./infoCommand.js";
import { prepareCommand } from "./prepareCommand.js";

/** `sigf1 datasets`: lists the built-in datasets; describes, prepares or checks one. */
export function datasetsCommand(exit: (code: number) => void): Command {
  const command = new Command("datasets").description(
    "list the datasets; describe, prepare or check one",
  );
  command
    .command("list", { isDefault: true })
    .description("list the built-in datasets")
    .option("--json", "print JSON")
    .action(async ({ json }: { readonly json?: true }) => {
      const all = await Promise.all(Object.values(datasets).map((load) => load()));
      if (json) {
        const entries = all.map(({ id, modality, title }) => ({ id, modality, title }));
        process.stdout.write(`${JSON.stringify(entries, null, 2)}\n`);
        return;
      }
      for (const { id, modality, title } of all) {
        process.stdout.write(`${id.padEnd(20)} ${modality.padEnd(9)} ${title}\n`);
      }
    });
  for (const subcommand of [infoCommand(), prepareCommand(), checkCommand(exit)]) {
    command.addCommand(subcommand);
  }
  return command;
}
