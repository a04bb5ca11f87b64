/** The sentences that there are, in one paragraph. */
export function sentences(...all: readonly (string | undefined | false)[]): string {
  return all.filter((sentence) => sentence).join(" ");
}
