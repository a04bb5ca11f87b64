import { uniformInt } from "pure-rand/distribution/uniformInt";
import { mersenne } from "pure-rand/generator/mersenne";

/**
 * A uniform random sample without replacement of at most `size` items of a stream, in the stream's order. The stream
 * is read once, to its end, before the first item is given; `size` items are held at a time. The same stream, size
 * and seed give the same sample; a stream of at most `size` items is given whole.
 *
 * @param size at least 1
 * @throws RangeError when the size is no integer of at least 1.
 * @see Vitter (1985), Random sampling with a reservoir, ACM TOMS 11(1):37–57, algorithm R.
 */
export async function* reservoirSample<Item>(
  stream: AsyncIterable<Item>,
  size: number,
  seed: number,
): AsyncGenerator<Item, void, undefined> {
  if (!Number.isSafeInteger(size) || size < 1) {
    throw new RangeError(`the sample's size must be an integer of at least 1, not ${size}`);
  }
  const generator = mersenne(seed);
  const reservoir: { readonly position: number; readonly item: Item }[] = [];
  let position = 0;
  for await (const item of stream) {
    const slot = position < size ? position : uniformInt(generator, 0, position);
    if (slot < size) reservoir[slot] = { position, item };
    position++;
  }
  reservoir.sort((a, b) => a.position - b.position);
  for (const { item } of reservoir) yield item;
}
