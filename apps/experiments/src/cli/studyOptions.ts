import { type EngineName, engineNames } from "@sigf1/engine";
import { type Command, InvalidArgumentError, Option } from "commander";
import { definedOnly } from "../config/definedOnly.js";
import { seed } from "../config/experimentSchema.js";
import { readExperiment } from "../config/readExperiment.js";
import { resolveStudy } from "../config/resolveStudy.js";
import type { Study } from "../config/Study.js";
import { checkFolder } from "./checkFolder.js";
import { splitNames } from "./splitNames.js";
import { wholeNumber } from "./wholeNumber.js";

/** What the commands that take an experiment file have in common. */
export interface SourceOptions {
  readonly data?: string;
  readonly models?: string;
  readonly losses?: readonly string[];
  readonly seeds?: readonly number[];
  readonly engine: EngineName | "auto";
  readonly set?: readonly string[];
  readonly compile: boolean;
}

/** What those have in common that do its runs here. */
export interface StudyOptions extends SourceOptions {
  readonly out?: string;
  readonly jobs?: number;
}

/** Gives a command its argument, an experiment file, and the options that change what the file says and where its data are. */
export function sourceOptions(command: Command): Command {
  return command
    .argument("<file.yaml | name>", "see `sigf1 list` for the names")
    .option("--data <DIR>", "mirror folder of data files, laid out <dataset id>/<filename>")
    .option("--models <DIR>", "folder of model files, laid out <model id>/… (or SIGF1_MODELS)")
    .option("--losses <a,b>", "only these losses", names)
    .option("--seeds <0,1,2>", "these seeds instead of the file's", seeds)
    .addOption(
      new Option("--engine <name>", "TensorFlow.js engine")
        .choices(["auto", ...engineNames])
        .default("auto"),
    )
    .option("--no-compile", "train operation by operation instead of compiled")
    .option(
      "--set <path=value>",
      "change one value of the file, as in head.l2=0.001 (repeatable)",
      (pair: string, pairs: readonly string[] = []) => [...pairs, pair],
    );
}

/** The same, and where the results go, and how many runs at a time. */
export function studyOptions(command: Command): Command {
  return sourceOptions(command)
    .option("--out <DIR>", "folder of the results (default: results/<experiment>)")
    .option(
      "--jobs <N>",
      "do so many runs at the same time, each in a process (default: 1)",
      wholeNumber,
    );
}

/**
 * Reads the experiment file that such a command names.
 * @throws ConfigurationError where a folder, the file, or what it says is wrong
 */
export async function readStudy(file: string, options: SourceOptions): Promise<Study> {
  const { data, models, set, losses, seeds } = options;
  await checkFolder("--data", data);
  await checkFolder("--models", models);
  const { text, filename } = await readExperiment(file);
  return resolveStudy(text, filename, definedOnly({ set, losses, seeds, models }));
}

function names(value: string): string[] {
  const list = splitNames(value);
  const twice = list.find((name, i) => list.indexOf(name) < i);
  if (twice !== undefined) throw new InvalidArgumentError(`"${twice}" stands twice.`);
  return list;
}

function seeds(value: string): number[] {
  const numbers = names(value).map((name) =>
    seed.safeParse(name === "" ? undefined : Number(name)),
  );
  return numbers.map(({ data }) => {
    if (data !== undefined) return data;
    throw new InvalidArgumentError("Expected whole numbers from 0 joined by commas, as in 0,1,2.");
  });
}
