import { join, relative, resolve } from "node:path";
import { type EngineName, engineNames } from "@sigf1/engine";
import { Command, InvalidArgumentError, Option } from "commander";
import { seed } from "../config/experimentSchema.js";
import { readExperiment } from "../config/readExperiment.js";
import { resolveExperiment } from "../config/resolveExperiment.js";
import { terminalObserver } from "../progress/terminalObserver.js";
import { printTable } from "../report/printTable.js";
import { checkWritable } from "../results/checkWritable.js";
import { writeReport } from "../results/writeReport.js";
import { runExperiment } from "../run/runExperiment.js";
import { checkFolder } from "./checkFolder.js";
import { isFolder } from "./isFolder.js";
import { splitNames } from "./splitNames.js";

interface Options {
  readonly out?: string;
  readonly data?: string;
  readonly models?: string;
  readonly losses?: readonly string[];
  readonly seeds?: readonly number[];
  readonly engine: EngineName | "auto";
  readonly set?: readonly string[];
  readonly compile: boolean;
  readonly json?: true;
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

/** `sigf1 run`: trains every loss with every seed, and writes results and report. */
export function runCommand(exit: (code: number) => void): Command {
  return new Command("run")
    .description("run an experiment file, or a built-in experiment by its name")
    .argument("<file.yaml | name>", "see `sigf1 list` for the names")
    .option("--out <DIR>", "folder of the results (default: results/<experiment>)")
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
    )
    .option("--json", "print results.json instead of the table")
    .addHelpText(
      "after",
      "\nA run that was interrupted goes on where it stopped: finished runs are kept in --out.",
    )
    .action(async (file: string, options: Options) => exit(await run(file, options)));
}

async function run(file: string, options: Options): Promise<number> {
  const { data, models } = options;
  await checkFolder("--data", data);
  await checkFolder("--models", models);
  const { text, filename } = await readExperiment(file);
  const experiment = await resolveExperiment(text, filename, options);
  const out = resolve(options.out || `results/${experiment.name}`);
  await checkWritable(out);
  const interruption = new AbortController();
  // Kept after the first signal: libraries that clean up on a signal end the process where nobody else listens.
  const interrupt = () => {
    if (interruption.signal.aborted) process.exit(130);
    interruption.abort();
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  const observer = terminalObserver(process.stderr);
  try {
    const results = await runExperiment(experiment, {
      out,
      engine: options.engine,
      compile: options.compile,
      command: ["node", relative(".", process.argv[1] ?? ""), ...process.argv.slice(2)].join(" "),
      observer,
      signal: interruption.signal,
      ...(data === undefined ? {} : { data: resolve(data) }),
    });
    observer.close();
    if (interruption.signal.aborted) return await interrupted(out);
    const report = await writeReport(out);
    process.stdout.write(
      options.json ? `${JSON.stringify(results, null, 2)}\n` : printTable(results),
    );
    process.stderr.write(`results: ${out}/results.json\nreport:  ${report}\n`);
    return results.failures.length > 0 ? 1 : 0;
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    observer.close();
    return await interrupted(out);
  } finally {
    observer.close();
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}

async function interrupted(out: string): Promise<number> {
  const kept = (await isFolder(join(out, "runs")))
    ? `finished runs are in ${out}`
    : "no run was finished";
  process.stderr.write(`interrupted; ${kept}: run again to do the rest\n`);
  return 130;
}
