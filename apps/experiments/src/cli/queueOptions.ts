import { type Command, Option } from "commander";
import { type QueueAddress, readQueueAddress } from "../queue/readQueueAddress.js";

/** The option that says which queue. */
export interface QueueOptions {
  readonly queue: string;
}

/** Adds it to a command. */
export function addQueueOption(command: Command): Command {
  return command.addOption(
    new Option("--queue <url>", "redis://host:port, or rediss:// over TLS")
      .env("SIGF1_QUEUE")
      .makeOptionMandatory(),
  );
}

/** @throws ConfigurationError where the address is none */
export function queueAddress({ queue }: QueueOptions): QueueAddress {
  return readQueueAddress(queue, process.env.SIGF1_QUEUE_PASSWORD);
}
