import type { HeadSettings } from "../../config/experimentSchema.js";

/** The head of an experiment's settings in words; and, where losses have others, how many do. */
export function describeHead(
  settings: Readonly<Record<string, unknown>>,
): readonly [head: string, others?: string] {
  const head = inWords((settings.head ?? {}) as Partial<HeadSettings>);
  const losses: readonly unknown[] = Array.isArray(settings.losses) ? settings.losses : [];
  const others = losses.filter((loss) => {
    const own = (loss as { readonly head?: Partial<HeadSettings> }).head;
    return own !== undefined && inWords(own) !== head;
  });
  return others.length === 0
    ? [head]
    : [head, `${others.length} of ${losses.length} losses differ`];
}

function inWords(head: Partial<HeadSettings>): string {
  const { use, filters, width = 64, height = 64, embedding, hidden = [] } = head;
  const { dropout = 0, inputDropout = 0, l2 = 0 } = head;
  const layers = [
    ...(embedding === undefined ? [] : [`embedding ${embedding}`]),
    ...(hidden.length === 0 ? [] : [`hidden ${hidden.join(", ")}`]),
  ];
  const kind =
    use === "cnn"
      ? `cnn on ${width} × ${height}${filters ? `, filters ${filters.join(", ")}` : ""}`
      : layers.length === 0
        ? "linear"
        : `mlp, ${layers.join(", ")}`;
  return [
    kind,
    ...(dropout > 0 ? [`dropout ${dropout}`] : []),
    ...(inputDropout > 0 ? [`input dropout ${inputDropout}`] : []),
    ...(l2 > 0 ? [`l2 ${l2}`] : []),
  ].join(", ");
}
