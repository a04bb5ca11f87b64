import { createReadStream, existsSync } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";

const FILENAME = "arxiv-metadata-oai-snapshot.json";

/**
 * Writes a snapshot of so many bytes into the mirror folder `folder`: the records of a real one over and over with
 * new ids, where `SIGF1_DATA` has it; else invented ones of the same length. Returns its path.
 */
export async function writeSnapshot(folder: string, bytes: number): Promise<string> {
  await mkdir(join(folder, "arxiv"), { recursive: true });
  const path = join(folder, "arxiv", FILENAME);
  const records = await realRecords();
  console.log(
    records === undefined
      ? "records: invented ones (no snapshot in SIGF1_DATA)"
      : `records: the ${records.length} of the snapshot in SIGF1_DATA, repeated`,
  );
  const file = await open(path, "w");
  try {
    let written = 0;
    for (let id = 0; written < bytes; ) {
      const lines: string[] = [];
      for (let i = 0; i < 1000; i++, id++) {
        const record = records ? records[id % records.length] : inventedRecord(id);
        lines.push(`${JSON.stringify({ ...record, id: `bench.${id}` })}\n`);
      }
      const chunk = Buffer.from(lines.join(""));
      await file.appendFile(chunk);
      written += chunk.length;
    }
  } finally {
    await file.close();
  }
  return path;
}

async function realRecords(): Promise<object[] | undefined> {
  const path = join(process.env.SIGF1_DATA ?? "", "arxiv", FILENAME);
  const file = [path, `${path}.gz`].find((candidate) => existsSync(candidate));
  if (file === undefined) return undefined;
  const bytes = createReadStream(file);
  const input = file.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
  const records: object[] = [];
  for await (const line of createInterface({ input })) records.push(JSON.parse(line));
  return records;
}

const WORDS =
  "we show that the mean of a random field over an ordered lattice is bounded by its norm".split(
    " ",
  );
const CATEGORIES = ["cs.LG", "stat.ML", "math.PR", "hep-th", "astro-ph.GA"];

function inventedRecord(seed: number): object {
  const text = (words: number) =>
    Array.from({ length: words }, (_, i) => WORDS[(seed * 7 + i * i) % WORDS.length]).join(" ");
  return {
    submitter: null,
    title: text(10),
    categories: `${CATEGORIES[seed % 5]} ${CATEGORIES[(seed + 1) % 5]}`,
    abstract: `  ${text(180)}\n`,
    versions: [{ version: "v1", created: "Mon, 2 Apr 2018 19:18:42 GMT" }],
    update_date: "2018-04-03",
    authors_parsed: [["Doe", "Jane", ""]],
  };
}
