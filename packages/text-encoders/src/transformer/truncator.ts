/**
 * Cuts rows of token ids to `maxLength` as Hugging Face's `truncation` does: the text's last tokens go, the
 * special tokens around them stay.
 *
 * @param empty ids of the empty text: the special tokens alone
 * @param word ids of some text of at least one token
 */
export function truncator(
  empty: readonly number[],
  word: readonly number[],
  maxLength: number,
): (ids: number[]) => number[] {
  let before = 0;
  while (before < empty.length && empty[before] === word[before]) before++;
  const after = empty.slice(before);
  return (ids) =>
    ids.length <= maxLength ? ids : [...ids.slice(0, maxLength - after.length), ...after];
}
