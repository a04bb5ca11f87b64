import type { OpenDataset } from "../openDataset.js";
import type { Finding } from "./Check.js";

/** The vocabulary is the same at every call, not empty, and has no label twice. */
export async function checkVocabulary(
  open: Pick<OpenDataset<unknown, unknown>, "vocabulary">,
): Promise<Finding> {
  const vocabulary = await open.vocabulary();
  if (vocabulary === undefined) return { passed: true, detail: "the labels that occur, sorted" };
  const fail = (detail: string): Finding => ({ passed: false, detail });
  if (vocabulary.length === 0) return fail("the vocabulary is empty");
  const again = (await open.vocabulary()) ?? [];
  const moved = vocabulary.findIndex((label, at) => again[at] !== label);
  if (moved !== -1 || again.length !== vocabulary.length) {
    return fail("two calls of labels(options) give different vocabularies or orders");
  }
  const twice = vocabulary.find((label, at) => vocabulary.indexOf(label) !== at);
  if (twice !== undefined) return fail(`the vocabulary has the label "${twice}" twice`);
  return { passed: true, detail: `${vocabulary.length} labels` };
}
