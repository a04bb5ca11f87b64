/** An ICD-9 tree of a few real codes, as `ICD9_parent_child_relations` has it. */
export const tree = [
  ["@", "240-279.99"],
  ["240-279.99", "249-259.99"],
  ["249-259.99", "250"],
  ["250", "250.0"],
  ["250.0", "250.00"],
  ["250.0", "250.02"],
  ["@", "390-459.99"],
  ["390-459.99", "401-405.99"],
  ["401-405.99", "401"],
  ["401", "401.9"],
  ["@", "710-739.99"],
  ["710-739.99", "719"],
  ["719", "719.7"],
  ["@", "V01-V91.99"],
  ["V01-V91.99", "V45"],
  ["V45", "V45.81"],
]
  .map((pair) => `${pair.join("\t")}\n`)
  .join("");

export const leaves = ["250.00", "250.02", "401.9", "719.7", "V45.81"] as const;

export const header = [
  "subject_id",
  "hadm_id",
  "charttime",
  "category",
  "title",
  "icd9_codes",
  "text",
];

interface Row {
  readonly subject: number;
  readonly admission: number;
  readonly codes: readonly string[];
  readonly text: string;
}

/** A line of `MIMIC_RAW_DSUMS`, quoted as the file is. */
export function summaryLine({ subject, admission, codes, text }: Row): string {
  const fields = [
    "2650-01-02",
    "DISCHARGE_SUMMARY",
    "",
    codes.join(","),
    text.replaceAll("\n", "[NEWLINE]"),
  ];
  const quoted = fields.map((field) => `"${field.replaceAll('"', '""')}"`);
  return [subject, admission, ...quoted].join("|");
}

/**
 * A file in the layout of `MIMIC_RAW_DSUMS` with invented summaries, the same for the same number: two admissions for
 * each subject, one to three codes each.
 */
export function inventedSummaries(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const codes = leaves.filter((_code, leaf) => (at + leaf) % (leaf + 2) === 0);
    return summaryLine({
      subject: 100 + Math.floor(at / 2),
      admission: 5000 + at,
      codes: codes.length > 0 ? codes : [leaves[at % leaves.length] ?? leaves[0]],
      text: `Admission ${at}\nAn invented patient | "stable", sent home.\n`,
    });
  });
  return `${[header.map((name) => `"${name}"`).join("|"), ...rows].join("\n")}\n`;
}
