/** One of the shares that the runs of an experiment are dealt into: the `index`th of `count`, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The tasks of a share: every `count`th, so that the shares of a loss that takes long are alike. */
export function shardOf<Task>({ index, count }: Shard, tasks: readonly Task[]): Task[] {
  return tasks.filter((_, i) => i % count === index - 1);
}
