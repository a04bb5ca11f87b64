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
export function workerCommand(): Command {
  return addQueueOption(new Command("worker").description("do the runs that a queue holds"))
    .option("--data <DIR>", "mirror folder of data files, laid out <dataset id>/<filename>")
    .option("--models <DIR>", "folder of model files, laid out <model id>/… (or SIGF1_MODELS)")
    .option("--jobs <N>", "runs at the same time, each in a process", wholeNumber, 1)
    .option(
      "--shared <DIR>",
      "folder that every worker sees: runs and checkpoints are kept there, not in the queue",
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
    .addHelpText("after", "\nSIGTERM or Ctrl-C gives the runs under way back to the queue.")
    .action(work);
}

async function work(options: Options): Promise<void> {
  const { jobs, lostAfter, drain, checkpointEvery, data, models, shared } = options;
  const address = queueAddress(options);
  await checkFolder("--data", data);
  await checkFolder("--models", models);
  await checkFolder("--shared", shared);
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
  if (redis === undefined) return;
  const name = `${hostname()}-${process.pid}`;
  const folders = { data: data && resolve(data), models: models && resolve(models) };
  const worker = new QueueWorker(redis, {
    ...{ name, jobs, lostAfter, say },
    ...definedOnly({ ...folders, shared: shared && resolve(shared), checkpointEvery }),
  });
  say(`${name} works for ${address.shown}`);
  await untilDone(worker, drain === true, interruption.signal);
  const stopped = await Promise.race([
    worker.stop().then(() => true),
    setTimeout(PATIENCE, false, { ref: false }),
  ]);
  if (!stopped) say("the queue is away: its runs come back to it after --lost-after");
  redis.disconnect();
  say(`${name} ends`);
  if (!stopped) process.exit(1);
}

async function untilDone(worker: QueueWorker, drain: boolean, signal: AbortSignal): Promise<void> {
  const aborted = once(signal, "abort");
  while (drain) {
    // While the queue is away, there is no answer.
    const hasWork = await Promise.race([worker.hasWork(), aborted]);
    if (signal.aborted || !hasWork) return;
    await Promise.race([setTimeout(LOOK_EVERY), aborted]);
  }
  await aborted;
}
