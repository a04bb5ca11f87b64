/**
 * Maps a stream by an asynchronous function that runs on up to `ahead` items at a time; results come in the stream's
 * order. A result that fails, fails the stream in its turn.
 */
export async function* mapAhead<Item, Result>(
  stream: AsyncIterable<Item>,
  ahead: number,
  map: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const running: Promise<Result>[] = [];
  for await (const item of stream) {
    const result = map(item);
    result.catch(() => {}); // thrown where it is awaited
    running.push(result);
    if (running.length >= ahead) yield await (running.shift() as Promise<Result>);
  }
  for (const result of running) yield await result;
}
