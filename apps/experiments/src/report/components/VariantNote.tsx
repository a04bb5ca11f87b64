import type { FoldedResults } from "../grid/foldVariants.js";

/** Which variants of a grid the tables and curves have; nothing where they have all. */
export function VariantNote({ folded }: { readonly folded: FoldedResults }) {
  const { variants, rowsLeftOut } = folded;
  if (rowsLeftOut === 0) return null;
  return (
    <p class="note">
      The grid makes {variants} variants. Tables and curves show, of each loss, the one with the
      file's own values, under the loss's name alone, where the grid has it, and the one with the
      best mean <code>exampleF1</code> on the validation part (of those without added corruption,
      where there are any). <code>results.json</code> has {rowsLeftOut} more rows, each under its
      full name.
    </p>
  );
}
