import { once } from "node:events";
import { hostname } from "node:os";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Command } from "commander";
import { definedOnly } from "../config/definedOnly.js";
import type { QueueWorker } from "../queue/QueueWorker.js";
import { checkFolder } from "./checkFolder.js";
import { addQueueOption, type QueueOptions, queueAddress } from "./queueOptions.js";
import { seconds } from "./seconds.js";
import { wholeNumber } from "./wholeNumber.js";

interface Options extends QueueOptions {
  readonly data?: string;
  readonly models?: string;
  readonly jobs: number;
  readonly shared?: string;
  readonly checkpointEvery?: number;
  readonly lostAfter: number;
  readonly drain?: true;
}

/** Milliseconds that a worker has to give its runs back: its queue may be away. */
const PATIENCE = 20_000;
/** Milliseconds between two looks at whether work is left. */
const LOOK_EVERY = 500;

/** `sigf1 worker`: does the runs of a queue until it is stopped. */
export function workerCommand(exit: (code: number) => void): Command {
  return addQueueOption(new Command("worker").description("do the runs that a queue holds"))
    .option(
      "--data <DIR>",
      "mirror folder of data files, laid out <dataset id>/<filename>; must exist",
    )
    .option("--models <DIR>", "folder of model files, laid out <model id>/… (or SIGF1_MODELS)")
    .option("--jobs <N>", "runs at the same time, each in a process", wholeNumber, 1)
    .option(
      "--shared <DIR>",
      "folder that every worker sees, made where it is missing: keeps runs and checkpoints in place of the queue",
    )
    .option(
      "--checkpoint-every <seconds>",
      "how often a run under way is kept in the shared folder (default: 20)",
      seconds,
    )
    .option(
      "--lost-after <seconds>",
      "silence after which a worker's runs are given to others",
      wholeNumber,
      30,
    )
    .option("--drain", "end when no run waits or is under way anywhere")
    .addHelpText(
      "after",
      "\nSIGTERM or Ctrl-C gives the runs under way back to the queue. The engine is that of `sweep submit`.\nWith --drain it exits with 1 where a run failed here, or no worker that is connected can do those that wait.",
    )
    .action(async (options: Options) => exit(await work(options)));
}

async function work(options: Options): Promise<number> {
  const { jobs, lostAfter, drain, checkpointEvery, data, models, shared } = options;
  const address = queueAddress(options);
  await checkFolder("--data", data);
  await checkFolder("--models", models);
  const [{ holdQueue }, { QueueWorker }] = await Promise.all([
    import("../queue/connectQueue.js"),
    import("../queue/QueueWorker.js"),
  ]);
  const interruption = new AbortController();
  const interrupt = () => {
    if (interruption.signal.aborted) process.exit(130);
    interruption.abort();
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  const say = (text: string) => process.stderr.write(`${new Date().toISOString()} ${text}\n`);
  const redis = await holdQueue(address, say, interruption.signal).catch((error: Error) => {
    if (!interruption.signal.aborted) throw error;
  });
  if (redis === undefined) return 0;
  const name = `${hostname()}-${process.pid}`;
  const folders = { data: data && resolve(data), models: models && resolve(models) };
  const worker = new QueueWorker(redis, {
    ...{ name, jobs, lostAfter, say },
    ...definedOnly({ ...folders, shared: shared && resolve(shared), checkpointEvery }),
  });
  say(`${name} works for ${address.shown}`);
  const left = await untilDone(worker, drain === true, interruption.signal);
  const stopped = await Promise.race([
    worker.stop().then(() => true),
    setTimeout(PATIENCE, false, { ref: false }),
  ]);
  if (!stopped) say("the queue is away: its runs come back to it after --lost-after");
  redis.disconnect();
  for (const what of left) say(`stays in the queue, as no connected worker can do it: ${what}`);
  say(`${name} ends`);
  if (!stopped) process.exit(1);
  return left.length > 0 || (drain === true && worker.failed > 0) ? 1 : 0;
}

/** Waits for the signal, or with `drain` for the end of the work; gives what no worker can do. */
async function untilDone(
  worker: QueueWorker,
  drain: boolean,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const aborted = once(signal, "abort");
  while (drain) {
    // While the queue is away, there is no answer.
    const left = await Promise.race([worker.left(), aborted.then(() => undefined)]);
    if (left === undefined || left.type === "nothing") return [];
    if (left.type === "refused") return left.what;
    await Promise.race([setTimeout(LOOK_EVERY), aborted]);
  }
  await aborted;
  return [];
}
