import { resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { definedOnly } from "../config/definedOnly.js";
import { readShard } from "../config/readShard.js";
import { interruptedOutcome, shardOutcome } from "../progress/describeOutcome.js";
import { jsonObserver } from "../progress/jsonObserver.js";
import { terminalObserver } from "../progress/terminalObserver.js";
import { checkSameExperiment } from "../results/checkSameExperiment.js";
import { checkWritable } from "../results/checkWritable.js";
import type { CellResults } from "../results/Results.js";
import { runStudy } from "../run/runStudy.js";
import type { Shard } from "../run/Shard.js";
import { commandLine } from "./commandLine.js";
import { seconds } from "./seconds.js";
import { showResults } from "./showResults.js";
import { readStudy, type StudyOptions, studyOptions } from "./studyOptions.js";

interface Options extends StudyOptions {
  readonly shard?: Shard;
  readonly checkpointEvery?: number;
  readonly json?: true;
}

function shard(value: string): Shard {
  const read = readShard(value);
  if (read !== undefined) return read;
  throw new InvalidArgumentError("Expected i/n with i from 1 to n, as in 2/8.");
}

/** `sigf1 run`: trains every loss with every seed, and writes results and report. */
export function runCommand(exit: (code: number) => void): Command {
  const command = new Command("run").description(
    "run an experiment file, or a built-in experiment by its name",
  );
  return studyOptions(command)
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
  const study = await readStudy(file, options);
  const out = resolve(options.out || `results/${study.name}`);
  await checkWritable(out);
  const datasets = study.cells.map(({ experiment }) => experiment.dataset.id);
  await checkSameExperiment(out, study.name, datasets);
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
  const end = (text: string) => observer({ event: "outcome", text });
  const interrupted = async () => {
    end(await interruptedOutcome(out));
    return 130;
  };
  try {
    const { data, engine, compile, jobs, shard, checkpointEvery } = options;
    const cells = await runStudy(study, {
      ...{ out, engine, compile, observer, signal: interruption.signal },
      command: commandLine(),
      ...definedOnly({ data: data && resolve(data), jobs, shard, checkpointEvery }),
    });
    close();
    if (interruption.signal.aborted) return await interrupted();
    return await tell(cells, out, options, end);
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    close();
    return await interrupted();
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
  end: (text: string) => void,
): Promise<number> {
  const failed = cells.some(({ results }) => results.failures.length > 0);
  const partial = shard && shardOutcome(cells, out);
  if (partial !== undefined) {
    end(partial);
    return failed ? 1 : 0;
  }
  await showResults(cells, out, json, end);
  return failed ? 1 : 0;
}
