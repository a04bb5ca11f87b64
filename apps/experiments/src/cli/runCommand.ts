import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { type EngineName, engineNames } from "@sigf1/engine";
import { Command, InvalidArgumentError, Option } from "commander";
import { definedOnly } from "../config/definedOnly.js";
import { seed } from "../config/experimentSchema.js";
import { readExperiment } from "../config/readExperiment.js";
import { resolveStudy } from "../config/resolveStudy.js";
import { jsonObserver } from "../progress/jsonObserver.js";
import { terminalObserver } from "../progress/terminalObserver.js";
import { printTable } from "../report/printTable.js";
import { checkWritable } from "../results/checkWritable.js";
import type { CellResults } from "../results/Results.js";
import { writeReport } from "../results/writeReport.js";
import { runStudy } from "../run/runStudy.js";
import type { Shard } from "../run/Shard.js";
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
  readonly jobs?: number;
  readonly shard?: Shard;
  readonly checkpointEvery?: number;
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

function jobs(value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new InvalidArgumentError("Expected a whole number from 1.");
}

function shard(value: string): Shard {
  const [, index, count] = (/^(\d+)\/(\d+)$/.exec(value) ?? []).map(Number);
  if (index !== undefined && count !== undefined && index >= 1 && index <= count) {
    return { index, count };
  }
  throw new InvalidArgumentError("Expected i/n with i from 1 to n, as in 2/8.");
}

function seconds(value: string): number {
  const number = value === "" ? Number.NaN : Number(value);
  if (number >= 0 && number < Number.POSITIVE_INFINITY) return number;
  throw new InvalidArgumentError("Expected seconds, from 0.");
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
    .option("--jobs <N>", "do so many runs at the same time, each in a process (default: 1)", jobs)
    .option("--shard <i/n>", "do only the i-th of n shares of the runs, i from 1", shard)
    .option(
      "--checkpoint-every <seconds>",
      "how often a run under way is kept (default: 20; 0: after each epoch)",
      seconds,
    )
    .option("--json", "print results.json instead of the table, and progress as JSON lines")
    .addHelpText(
      "after",
      "\nWhat was interrupted or killed goes on where it stopped: finished runs and checkpoints are kept in --out.",
    )
    .action(async (file: string, options: Options) => exit(await run(file, options)));
}

async function run(file: string, options: Options): Promise<number> {
  const { data, models, set, losses, seeds } = options;
  await checkFolder("--data", data);
  await checkFolder("--models", models);
  const { text, filename } = await readExperiment(file);
  const study = await resolveStudy(text, filename, definedOnly({ set, losses, seeds, models }));
  const out = resolve(options.out || `results/${study.name}`);
  await checkWritable(out);
  const interruption = new AbortController();
  // Kept after the first signal: libraries that clean up on a signal end the process where nobody else listens.
  const interrupt = () => {
    if (interruption.signal.aborted) process.exit(130);
    interruption.abort();
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  const { observer, close } = options.json
    ? jsonObserver(process.stderr)
    : terminalObserver(process.stderr);
  try {
    const { engine, compile, jobs, shard, checkpointEvery } = options;
    const command = ["node", relative(".", process.argv[1] ?? ""), ...process.argv.slice(2)];
    const cells = await runStudy(study, {
      ...{ out, engine, compile, observer, signal: interruption.signal },
      command: command.join(" "),
      ...definedOnly({ data: data && resolve(data), jobs, shard, checkpointEvery }),
    });
    close();
    if (interruption.signal.aborted) return await interrupted(out);
    return await tell(cells, out, options);
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    close();
    return await interrupted(out);
  } finally {
    close();
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}

/** Writes the reports and prints the tables of a study that is done, or says how far its shards are. */
async function tell(
  cells: readonly CellResults[],
  out: string,
  { shard, json }: Options,
): Promise<number> {
  const failed = cells.some(({ results }) => results.failures.length > 0);
  const complete = cells.reduce((sum, { results }) => sum + results.runs.length, 0);
  const planned = cells.reduce((sum, { results }) => sum + results.planned, 0);
  if (shard !== undefined && complete < planned) {
    process.stderr.write(
      `${complete} of ${planned} runs are complete in ${out}: run the other shards, or without --shard, for the rest\n`,
    );
    return failed ? 1 : 0;
  }
  const { html } = await writeReport(out);
  if (json) process.stdout.write(await readFile(join(out, "results.json"), "utf8"));
  else for (const cell of cells) process.stdout.write(printCell(cell, cells.length > 1));
  process.stderr.write(`results: ${out}/results.json\nreport:  ${html}\n`);
  return failed ? 1 : 0;
}

function printCell({ name, results }: CellResults, several: boolean): string {
  return `${several ? `\n${name}\n` : ""}${printTable(results)}`;
}

async function interrupted(out: string): Promise<number> {
  const kept = (await isFolder(out))
    ? `finished runs and checkpoints are in ${out}`
    : "no run was begun";
  process.stderr.write(`interrupted; ${kept}: run again to do the rest\n`);
  return 130;
}
