import { Command } from "commander";

/** A command about one dataset: its argument and the options that all of them take. */
export function datasetCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .argument(
      "<id>",
      "a dataset of `sigf1 datasets`, an npm package (sigf1-dataset-*, @scope/name) or the path of a module (./set.js)",
    )
    .option("--data <DIR>", "mirror folder of data files, laid out <dataset id>/<filename>")
    .option("--split <name>", "with the options that this official split presupposes")
    .option(
      "--set <option=value>",
      "an option of the dataset, its value in YAML, as in name=scene or 'years=[2019, 2020]' (repeatable)",
      (pair: string, pairs: readonly string[] = []) => [...pairs, pair],
    )
    .option("--json", "print JSON");
}
