import { type Dataset, defineDataset } from "@sigf1/datasets";
import { z } from "zod";
import { readExamples } from "./readExamples.js";
import { readLabelFile } from "./readLabelFile.js";

export interface MulanOptions {
  /** The set: `<name>.arff` and `<name>.xml` are read from the dataset's folder. Default: "emotions". */
  readonly name: string;
  /** Path of the ARFF file, where it lies elsewhere; `xml` is then needed, too. */
  readonly arff?: string | undefined;
  /** Path of the list of labels, where it lies elsewhere; `arff` is then needed, too. */
  readonly xml?: string | undefined;
  /** What a missing feature (`?`) is: an error, or 0. Default: "error". */
  readonly missing: "error" | "zero";
}

const statistics = new Map([
  ["emotions", { examples: 593, classes: 6, cardinality: 1.868 }],
  ["yeast", { examples: 2417, classes: 14, cardinality: 4.237 }],
]);

/**
 * Any dataset in the format of MULAN: a table of features and labels in ARFF and a list of its labels in XML.
 * Ids are row numbers, from 1.
 *
 * @see Tsoumakas et al. (2011), JMLR 12:2411–2414, https://www.jmlr.org/papers/v12/tsoumakas11a.html
 */
export const mulan: Dataset<Float32Array, MulanOptions> = defineDataset({
  id: "mulan",
  version: 1,
  title: "MULAN",
  modality: "features",
  citation:
    "Grigorios Tsoumakas, Eleftherios Spyromitros-Xioufis, Jozef Vilcek, Ioannis Vlahavas (2011). " +
    "MULAN: A Java library for multi-label learning. Journal of Machine Learning Research 12:2411–2414.",
  license: "each set has its makers' own terms",
  homepage: "http://mulan.sourceforge.net/datasets-mlc.html",
  sources: ({ name, arff, xml }) => [
    { filename: `${name}.arff`, path: arff, obtain: obtain(name) },
    { filename: `${name}.xml`, path: xml, obtain: obtain(name) },
  ],
  options: z
    .strictObject({
      name: z
        .string()
        .regex(/^\w[\w.-]*$/, "expected the name of a set, for example yeast")
        .default("emotions"),
      arff: z.string().min(1).optional(),
      xml: z.string().min(1).optional(),
      missing: z.enum(["error", "zero"]).default("error"),
    })
    .refine(({ arff, xml }) => (arff === undefined) === (xml === undefined), {
      error: "give both arff and xml, or neither",
      path: ["arff"],
    }),
  statistics: ({ name, arff }) => (arff === undefined ? statistics.get(name) : undefined),
  labels: async ({ name }, { file }) => [
    ...(await readLabelFile(await file(`${name}.xml`))).keys(),
  ],
  async *examples({ options: { name, missing }, file }) {
    const labels = await readLabelFile(await file(`${name}.xml`));
    yield* readExamples(await file(`${name}.arff`), labels, missing);
  },
});

function obtain(name: string): string {
  return (
    `Download the archive of ${name} from http://mulan.sourceforge.net/datasets-mlc.html, unpack it, and put ` +
    `${name}.arff and ${name}.xml into one of these folders`
  );
}
