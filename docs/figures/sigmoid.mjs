/** S(u; β, η) for several β and η: `pnpm --filter @sigf1/docs figures`. */
import { draw } from "./draw.mjs";

const s = (u, beta, eta) => 1 / (1 + Math.exp(-beta * (u + eta)));
const logits = Array.from({ length: 241 }, (_, i) => -6 + i / 20);

const panel = (title, name, curves) => ({
  title,
  width: 300,
  height: 220,
  data: {
    values: curves.flatMap(({ value, beta, eta }) =>
      logits.map((u) => ({ u, s: s(u, beta, eta), value })),
    ),
  },
  mark: { type: "line", strokeWidth: 2 },
  encoding: {
    x: { field: "u", type: "quantitative", title: "logit u" },
    y: { field: "s", type: "quantitative", title: "S(u; β, η)" },
    color: { field: "value", type: "ordinal", title: name, scale: { scheme: "viridis" } },
  },
});

await draw("sigmoid.svg", "S(u; β, η) for six steepnesses and five offsets", {
  hconcat: [
    panel(
      "The steepness β, at η = 0",
      "β",
      [0.5, 1, 2, 5, 10, 30].map((beta) => ({ value: beta, beta, eta: 0 })),
    ),
    panel(
      "The offset η, at β = 2",
      "η",
      [-2, -1, 0, 1, 2].map((eta) => ({ value: eta, beta: 2, eta })),
    ),
  ],
  resolve: { scale: { color: "independent" } },
});
