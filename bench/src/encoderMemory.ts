import { fileURLToPath } from "node:url";
import { transformer } from "@sigf1/text-encoders";

const model = fileURLToPath(
  new URL("../../packages/text-encoders/golden/tiny-distilbert", import.meta.url),
);
const DOCUMENTS = 100_000;
const GROUP = 1000;

/** Says how much memory the process holds after so many documents, in a model of 2 layers and 32 features. */
export async function encoderMemory(): Promise<void> {
  const encoder = await transformer({ model });
  const held: string[] = [];
  for (let done = 0; done < DOCUMENTS; done += GROUP) {
    // Lengths of 1 to 60 words, other ones in each group.
    const texts = Array.from({ length: GROUP }, (_, i) =>
      "cell ".repeat(1 + ((i * 7 + done) % 60)),
    );
    await encoder.encode(texts);
    if ((done + GROUP) % 20_000 === 0) {
      held.push(`${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MiB`);
    }
  }
  encoder.dispose();
  console.log(`memory after every 20,000 of ${DOCUMENTS} documents: ${held.join(", ")}`);
}
